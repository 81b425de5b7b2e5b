import { parseCommand, usage } from './arguments.ts';
import { run } from './commands.ts';
import { describeError, type Output } from './output.ts';

const output: Output = {
  result: (value) => process.stdout.write(`${JSON.stringify(value)}\n`),
  note: (text) => process.stderr.write(`${text}\n`),
};

// Whoever reads us may stop early (`desk … | head`): that is an end, not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const command = parseCommand(process.argv.slice(2));
if ('problem' in command) {
  output.result({ error: { code: 'INVALID', message: command.problem } });
  output.note(usage);
  process.exitCode = 1;
} else {
  try {
    process.exitCode = await run(command, output);
  } catch (error) {
    output.result(describeError(error));
    process.exitCode = 1;
  }
}
