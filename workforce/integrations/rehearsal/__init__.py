"""The rehearsal engine: the contract, the real client and its in-memory double."""

from workforce.integrations.rehearsal.contract import CallRecord, PerformanceRecord, Play, Stage, StepRecord, Turn

__all__ = ["CallRecord", "PerformanceRecord", "Play", "Stage", "StepRecord", "Turn"]
