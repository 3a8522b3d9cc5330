/** Every rule, in the order of their ids; `npm run docs` writes this file from those that define one. */
import { rule as pipelineClientSecret } from './pipeline/pipeline-client-secret.ts';
import { rule as pipelineForkCannotLogin } from './pipeline/pipeline-fork-cannot-login.ts';
import { rule as pipelineMergeQueueSubject } from './pipeline/pipeline-merge-queue-subject.ts';
import { rule as pipelinePullRequestCanDeploy } from './pipeline/pipeline-pull-request-can-deploy.ts';
import { rule as pipelineSubjectUndeclared } from './pipeline/pipeline-subject-undeclared.ts';
import { rule as pipelineTokenPermissionMissing } from './pipeline/pipeline-token-permission-missing.ts';
import { rule as duplicateKey } from './reading/duplicate-key.ts';
import { rule as limitExceeded } from './reading/limit-exceeded.ts';
import { rule as suppressionUnused } from './reading/suppression-unused.ts';
import { rule as suppressionWithoutReason } from './reading/suppression-without-reason.ts';
import { rule as syntaxError } from './reading/syntax-error.ts';
import type { Rule } from './rule.ts';
import { rule as clientIdMisplaced } from './static/client-id-misplaced.ts';
import { rule as clientIdMissing } from './static/client-id-missing.ts';
import { rule as clientIdMisspelt } from './static/client-id-misspelt.ts';
import { rule as clientIdNotAGuid } from './static/client-id-not-a-guid.ts';
import { rule as metadataValueNotString } from './static/metadata-value-not-string.ts';
import { rule as podLabelMisplaced } from './static/pod-label-misplaced.ts';
import { rule as podLabelMissing } from './static/pod-label-missing.ts';
import { rule as podLabelNotTrue } from './static/pod-label-not-true.ts';
import { rule as serviceAccountWrongNamespace } from './static/service-account-wrong-namespace.ts';
import { rule as tokenLifetimeOutOfRange } from './static/token-lifetime-out-of-range.ts';

export const rules: readonly Rule[] = [
  clientIdMisplaced,
  clientIdMissing,
  clientIdMisspelt,
  clientIdNotAGuid,
  duplicateKey,
  limitExceeded,
  metadataValueNotString,
  pipelineClientSecret,
  pipelineForkCannotLogin,
  pipelineMergeQueueSubject,
  pipelinePullRequestCanDeploy,
  pipelineSubjectUndeclared,
  pipelineTokenPermissionMissing,
  podLabelMisplaced,
  podLabelMissing,
  podLabelNotTrue,
  serviceAccountWrongNamespace,
  suppressionUnused,
  suppressionWithoutReason,
  syntaxError,
  tokenLifetimeOutOfRange,
];
