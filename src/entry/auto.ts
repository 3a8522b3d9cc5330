/** Makes a command of `auto`: what the event, its actor and the sign-in that is configured allow. */
import { commandDefinition } from '../config/commands.ts';
import type { Inputs } from '../config/inputs.ts';
import { type AutoRun, autoCommand } from '../hosts/auto-command.ts';
import type { Environment } from '../hosts/environment.ts';
import type { Command } from '../model/report.ts';
import type { Log } from '../ports/log.ts';
import type { RunPlace } from '../ports/run-place.ts';

/** What a host knows beyond the place of the run. */
export interface AutoRequest extends Pick<AutoRun, 'fromFork' | 'actor' | 'actorIsBot'> {
  readonly inputs: Pick<Inputs, 'command' | 'azureAuth' | 'clientId' | 'azureSubscription'>;
  readonly environment: Environment;
  readonly place: RunPlace;
  readonly log: Pick<Log, 'notice'>;
}

/** Any other command than `auto` is taken as it is. Where this version has no drift yet, the plan shows it. */
export function chosenCommand({ inputs, environment, place, log, ...actor }: AutoRequest): Command {
  if (inputs.command !== 'auto') return inputs.command;
  if (place.kind === 'local') return 'check';
  const { command, notice } = autoCommand({ ...place, ...actor, credentials: hasSignIn(inputs, environment) });
  if (notice) log.notice(notice);
  return commandDefinition(command).ready ? command : 'plan';
}

/**
 * Whether somebody meant this run to sign in. Hosted runners have the Azure CLI and a token to ask for in any case, so
 * under `auto` only an identity that is named counts.
 */
function hasSignIn(
  { azureAuth, clientId, azureSubscription }: AutoRequest['inputs'],
  environment: Environment,
): boolean {
  if (azureAuth !== 'auto') return azureAuth !== 'none';
  const named = [
    clientId,
    azureSubscription,
    environment.AZURE_CLIENT_ID,
    environment.AZURESUBSCRIPTION_SERVICE_CONNECTION_ID,
  ];
  return named.some(Boolean);
}
