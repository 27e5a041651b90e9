"""Makes the layouts on which reading is measured: one source, many producers."""
