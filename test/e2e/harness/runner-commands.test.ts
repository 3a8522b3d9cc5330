/** The harness hears what the runners would hear, since every other test of output relies on it. */
import { describe, expect, it } from 'vitest';
import { azureCommandsIn, fileCommandsIn, githubCommandsIn } from './runner-commands.ts';

describe('a GitHub runner', () => {
  const heard: [string, string, string][] = [
    ['a command', '::error::x', 'error'],
    ['a command after blanks', '  \u00a0::warning file=a::x', 'warning'],
    ['a command in capitals', '::ADD-MASK::x', 'ADD-MASK'],
    ['the old form anywhere', 'text ##[add-mask]x', 'add-mask'],
    ['the old form behind an ignorable character', '#\u200b#[add-mask]x', 'add-mask'],
    ['a command behind an ignorable character', '\u200b::error::x', 'error'],
    ['a command after a lone carriage return', 'a\r::error::x', 'error'],
  ];
  it.each(heard)('hears %s', (_, output, name) => {
    expect(githubCommandsIn(output).map((command) => command.name)).toEqual([name]);
  });

  it.each(['text ::error::x', '::error:x', '::nonsense::x', '##[section]x', '##[error', '# #[error]x'])(
    'does not hear %s',
    (output) => {
      expect(githubCommandsIn(output)).toEqual([]);
    },
  );

  it('decodes properties and data, percent signs last', () => {
    expect(githubCommandsIn('::error file=a%2Cb%3Ac,line=3,title=::100%25 %250A%0Ab')).toEqual([
      { name: 'error', properties: { file: 'a,b:c', line: '3' }, data: '100% %0A\nb' },
    ]);
  });

  it('hears nothing between stop-commands and its token', () => {
    const output = '::stop-commands::abc\n::error::x\n::abc::\n::warning::y';
    expect(githubCommandsIn(output).map((command) => command.name)).toEqual(['stop-commands', 'warning']);
  });
});

describe('an Azure Pipelines agent', () => {
  it.each(['##vso[task.debug]x', 'text ##vso[task.debug]x', '#\ufe0f#vso[task.debug]x'])('hears %s', (output) => {
    expect(azureCommandsIn(output).map((command) => command.name)).toEqual(['task.debug']);
  });

  it.each(['##vso[task]x', '##vso[task.debug x', '# #vso[task.debug]x'])('does not hear %s', (output) => {
    expect(azureCommandsIn(output)).toEqual([]);
  });

  it('decodes properties and data', () => {
    expect(azureCommandsIn('##vso[task.logissue type=error;sourcepath=a%3Bb%5D;]50%AZP25 %AZP250A%0Ab')).toEqual([
      { name: 'task.logissue', properties: { type: 'error', sourcepath: 'a;b]' }, data: '50% %0A\nb' },
    ]);
  });
});

describe('files of a step', () => {
  it('hold values in lines and in blocks', () => {
    const text = 'a=1\nb<<end\nx\ny=2\nend\n\nc<<e\ne\n';
    expect(fileCommandsIn(text)).toEqual({ a: '1', b: 'x\ny=2', c: '' });
  });

  it('are refused when a block does not end', () => {
    expect(() => fileCommandsIn('a<<end\nx\n')).toThrow('no end');
  });
});
