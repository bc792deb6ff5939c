"""How each site generator makes addresses and heading ids: one small file each."""
