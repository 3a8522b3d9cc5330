/** Literals that scripts exchange in files are found, whatever quotes and signs they stand between. */
import { describe, expect, test } from 'vitest';
import { substitutesOf } from '../../../src/manifests/declared/substituted-literals.ts';

const literals = (text: string) => substitutesOf({ path: 'deploy.sh', text });

describe('literals that a script replaces', () => {
  test.each([
    ['sed -i "s/CLIENT_ID_HERE/$ID/" a.yaml', ['CLIENT_ID_HERE']],
    ["sed -e 's|<tenant id>|x|g' -e 's#<client id>#y#' a.yaml", ['<tenant id>', '<client id>']],
    [`find . -exec sed -i 's/_OWNER_/\${{ env.OWNER }}/g' {} +`, ['_OWNER_']],
    ['sed "s/A_B/x/; s/C_D/y/" a.yaml', ['A_B', 'C_D']],
    ["sed 's/\\$\\{NAME\\}/x/' a.yaml", [`\${NAME}`]],
    ["sed 's/client-id: .*/client-id: x/' a.yaml", []],
    ["perl -pi -e 's/TENANT_HERE/x/g' a.yaml", ['TENANT_HERE']],
    ["(Get-Content a) -replace 'TENANT_HERE', $x", ['TENANT_HERE']],
    ['$a.Replace("#{tenant}#", $x)', ['#{tenant}#']],
    ['used sparingly', []],
  ])('%s', (text, expected) => {
    expect(literals(`${text}\n`)).toEqual(expected);
  });
});

test('hostile scripts end', () => {
  const started = performance.now();
  literals('sed '.repeat(100_000));
  literals("sed 's/".repeat(50_000));
  literals(`sed -e ${'s|'.repeat(50_000)}`);
  literals("-replace '".repeat(50_000));
  expect(performance.now() - started).toBeLessThan(8000);
});
