"""Specs become n8n's workflow JSON. `compile_spec` is the whole of it; `Stamp` is what a deployment adds."""

from workforce.workflow.n8n_json.compiler import UnknownOperation, compile_spec, node_names
from workforce.workflow.n8n_json.credentials import SignIn, choose, ways_to_sign_in
from workforce.workflow.n8n_json.stamp import Stamp

__all__ = ["SignIn", "Stamp", "UnknownOperation", "choose", "compile_spec", "node_names", "ways_to_sign_in"]
