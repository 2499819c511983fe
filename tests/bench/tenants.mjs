// What a site that is flooded costs another on the same machine: the ratio of its 99th percentiles.
import { execFileSync } from 'node:child_process';

process.stdout.write(execFileSync('tests/tenants', ['flood'], { env: { ...process.env, INSTANCE: process.env.VAR }, encoding: 'utf8' }));
