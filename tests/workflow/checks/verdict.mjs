// What n8n's own rules say of workflows, node by node: structure, types, parameters, expressions, sub-nodes that are missing.
// node verdict.mjs MODULES < one workflow a line > [[node or null, code], ...] a line
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';

const modules = path.resolve(process.argv[2]);
const from = createRequire(path.join(modules, 'n8n-workflow', 'package.json'));
const { NodeHelpers } = from('n8n-workflow');
const { safeParseWorkflowStructure } = from('n8n-workflow/dist/cjs/workflow-structure-validation.js');
const { Tournament } = from('@n8n/tournament');
const { splitExpression } = from('@n8n/tournament/dist/ExpressionSplitter.js');
const top = createRequire(path.join(modules, 'x.js'));
const { createAiTools, createHitlTools } = top('n8n/dist/tool-generation/index.js');
const { validateWorkflow } = top('@n8n/workflow-sdk');

const nodes = ['n8n-nodes-base', '@n8n/n8n-nodes-langchain'].flatMap((name) =>
	JSON.parse(readFileSync(path.join(modules, name, 'dist/types/nodes.json'), 'utf8')).map((type) => ({ ...type, name: `${name}.${type.name}` })),
);
const known = { nodes: Object.fromEntries(nodes.map(({ name }) => [name, {}])), credentials: {} };
createAiTools({ nodes }, known);
createHitlTools({ nodes }, known);
const types = Map.groupBy(nodes, ({ name }) => name);
const describe = (type, version) => types.get(type)?.find((one) => [one.version].flat().includes(version ?? 1));
const provider = {
	getByName: (type) => types.has(type) && { description: types.get(type)[0] },
	getByNameAndVersion: (type, version) => describe(type, version) && { description: describe(type, version) },
	getKnownTypes: () => ({}),
};
const parser = new Tournament(() => {});

function* textsIn(value) {
	if (typeof value === 'string') yield value;
	else for (const inner of Object.values(value ?? {})) yield* textsIn(inner);
}

function broken(text) {
	try {
		if (splitExpression(text).some(({ hasClosingBrackets }) => hasClosingBrackets === false)) return true;
		parser.getExpressionCode(text);
		return false;
	} catch {
		return true;
	}
}

function* ofParameters(node, type) {
	try {
		const parameters = NodeHelpers.getNodeParameters(type.properties, node.parameters ?? {}, true, false, node, type) ?? {};
		const found = NodeHelpers.getNodeParametersIssues(type.properties, { ...node, parameters }, type);
		if (found?.parameters) yield 'parameter';
	} catch {
		yield 'parameter';
	}
}

function* verdict(workflow) {
	const { issues = [] } = safeParseWorkflowStructure(workflow);
	const codes = new Set(issues.map(({ code }) => (code.startsWith('unknown_connection') ? 'dangling_connection' : 'structure')));
	yield* [...codes].map((code) => [null, code]);
	if (codes.has('structure')) return;
	for (const node of workflow.nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote')) {
		if ([...textsIn(node.parameters)].some((text) => text.startsWith('=') && broken(text.slice(1)))) yield [node.name, 'broken_expression'];
		const type = describe(node.type, node.typeVersion);
		if (type) for (const code of ofParameters(node, type)) yield [node.name, code];
		else yield [node.name, types.has(node.type) ? 'unknown_version' : 'unknown_node_type'];
	}
	const { errors } = validateWorkflow(workflow, { nodeTypesProvider: provider, validateSchema: false });
	for (const { nodeName, code } of errors) yield [nodeName, code.toLowerCase()];
}

console.warn = () => {};
for await (const line of readline.createInterface({ input: process.stdin })) {
	process.stdout.write(`${JSON.stringify([...verdict(JSON.parse(line))])}\n`);
}
