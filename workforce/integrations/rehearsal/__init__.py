"""The rehearsal engine: the contract, the real client and its in-memory double."""

from workforce.integrations.rehearsal.client import StageClient
from workforce.integrations.rehearsal.contract import CallRecord, PerformanceRecord, Play, Stage, StepRecord, Turn
from workforce.integrations.rehearsal.memory import InMemoryStage

__all__ = ["CallRecord", "InMemoryStage", "PerformanceRecord", "Play", "Stage", "StageClient", "StepRecord", "Turn"]
