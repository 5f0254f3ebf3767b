"""The paper under the cursor: its abstract and what can be done with it."""
