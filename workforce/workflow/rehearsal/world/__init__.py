"""The simulated world: what every outside service answers during a rehearsal. No I/O; one `World` per rehearsal.

Asked ─► the scenario's rules ─► the service's own shapes ─► any other service, by the words of its address ─► Answer
"""

from workforce.workflow.rehearsal.world.exchange import Answer, Asked
from workforce.workflow.rehearsal.world.world import World

__all__ = ["Answer", "Asked", "World"]
