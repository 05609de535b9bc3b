// On which days an expression over $now is true: Luxon evaluates it as n8n would.
// stdin: {"expressions": [...], "days": ["2026-01-01", …]}, stdout: [[day, …], …] one list an expression.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const { DateTime } = createRequire(`${process.argv[2]}/`)('luxon');
const { expressions, days } = JSON.parse(readFileSync(0, 'utf8'));
const answers = expressions.map((text) => {
	const holds = new Function('$now', `return ${text}`);
	return days.filter((day) => holds(DateTime.fromISO(`${day}T09:00:00`, { zone: 'Europe/Berlin' })));
});
process.stdout.write(JSON.stringify(answers));
