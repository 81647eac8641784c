"""Hand-ins as they come: zips, folders and names of course sites. All of it is untrusted bytes; nothing is run."""
