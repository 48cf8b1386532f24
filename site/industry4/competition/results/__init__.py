"""Results: the chair's decision, its publication, certificates, the record, and erasure."""
