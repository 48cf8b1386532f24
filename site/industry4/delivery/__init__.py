"""What the APIs share: pages as JSON in their own language, in a bounded number of queries."""
