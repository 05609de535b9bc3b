"""The rehearsal stage: a second n8n in a world of its own, where every address of the internet leads to the simulator.

One process (`python -m workforce.local.rehearsal`) seals itself and n8n into a network without a way out, answers every
name, web address, mailbox and database in it, and takes plays over a unix socket.
"""
