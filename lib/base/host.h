/* host.h - what root does with the sites of a machine */
#ifndef HOST_H
#define HOST_H

extern const char *const host_usage;

void host_command(int argc, char **argv);

#endif
