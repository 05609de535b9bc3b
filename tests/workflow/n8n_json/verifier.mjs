// Holds workflows against n8n's own rules: node types and versions, parameters, ports.
// node verifier.mjs MODULES < {"name", "workflow"} a line > {"name", "problems": [...]} a line
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';

const modules = path.resolve(process.argv[2]);
const n8n = createRequire(path.join(modules, 'n8n-workflow', 'package.json'))('n8n-workflow');
const types = new Map();
for (const pkg of ['n8n-nodes-base', '@n8n/n8n-nodes-langchain']) {
	for (const type of JSON.parse(readFileSync(path.join(modules, pkg, 'dist/types/nodes.json'), 'utf8'))) {
		const name = `${pkg}.${type.name}`;
		types.set(name, [...(types.get(name) ?? []), { ...type, name }]);
	}
}
const describe = (type, version) => types.get(type)?.find((d) => [d.version].flat().includes(version));
const nodeTypes = {
	getByName: (type) => ({ description: types.get(type)?.[0] }),
	getByNameAndVersion: (type, version) => ({ description: describe(type, version) }),
	getKnownTypes: () => ({}),
};

function problemsOf({ nodes, connections }) {
	const problems = [];
	const flow = new n8n.Workflow({ id: 'x', nodes: structuredClone(nodes), connections, active: false, nodeTypes, settings: {} });
	for (const node of nodes) {
		const type = describe(node.type, node.typeVersion);
		if (!type) {
			problems.push(`${node.name}: no ${node.type} ${node.typeVersion}`);
			continue;
		}
		const parameters = n8n.NodeHelpers.getNodeParameters(type.properties, node.parameters, true, false, node, type);
		for (const name of Object.keys(node.parameters)) if (!(name in parameters)) problems.push(`${node.name}: ${name} is not used`);
		const issues = n8n.NodeHelpers.getNodeParametersIssues(type.properties, { ...node, parameters }, type);
		if (issues) problems.push(`${node.name}: ${JSON.stringify(issues.parameters)}`);
		const outputs = n8n.NodeHelpers.getNodeOutputs(flow, flow.nodes[node.name], type).map((o) => o.type ?? o);
		for (const [kind, buckets] of Object.entries(connections[node.name] ?? {})) {
			const there = outputs.filter((output) => output === kind).length;
			if (buckets.length > there) problems.push(`${node.name}: ${buckets.length} ${kind} outputs wired, ${there} there`);
		}
	}
	return problems;
}

for await (const line of readline.createInterface({ input: process.stdin })) {
	const { name, workflow } = JSON.parse(line);
	process.stdout.write(`${JSON.stringify({ name, problems: problemsOf(workflow) })}\n`);
}
