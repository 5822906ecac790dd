"""Concerns: what somebody tells a named contact, who need not be a facilitator here, and nobody else."""
