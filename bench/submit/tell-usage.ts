import process from 'node:process';

// Loaded into the server before its own program: says, whenever it is asked, how much processor time the process has used.
process.on('message', () => process.send?.(process.cpuUsage()));
// Who measures does not keep the server from ending.
process.channel?.unref();
