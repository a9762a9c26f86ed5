"""Emergency plan, time-outs and whom a child may call: the sub-page of the agreements."""
