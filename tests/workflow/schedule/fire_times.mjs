// When n8n's Schedule Trigger fires: its own rules (GenericFunctions of the node) on its own cron library, with the clock set by us.
// stdin: [{"parameters": …, "timezone", "after", "count"}], stdout: [[iso, …], …] one list a case, rules merged.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const require = createRequire(`${process.argv[2]}/`);
const { CronTime } = require('cron');
const { DateTime } = require('luxon');
const moment = require('moment-timezone');
const rules = require('n8n-nodes-base/dist/nodes/Schedule/GenericFunctions.js');

function fires(raw, timezone, after, count) {
	const interval = rules.withIntervalDefaults(raw);
	const expression = rules.toCronExpression(interval, 'seed:0').replace(/^\d+ (?=\S+ \S+ \S+ \S+ \S+$)/, '0 ');
	const recurrence = rules.intervalToRecurrence(interval, 0);
	const clock = new CronTime(expression, timezone);
	const state = [];
	const found = [];
	let date = DateTime.fromISO(after, { zone: timezone });
	for (let tick = 0; tick < 200000 && found.length < count; tick++) {
		try {
			date = clock.getNextDateFrom(date, timezone);
		} catch {
			break; // the library looks eight years ahead of today, not further
		}
		moment.now = () => date.toMillis();
		if (rules.recurrenceCheck(recurrence, state, timezone)) found.push(date.toUTC().toISO());
	}
	return found;
}

const cases = JSON.parse(readFileSync(0, 'utf8'));
const answers = cases.map(({ parameters: { rule }, timezone, after, count }) =>
	[...new Set(rule.interval.flatMap((one) => fires(one, timezone, after, count)))].sort().slice(0, count),
);
process.stdout.write(JSON.stringify(answers));
