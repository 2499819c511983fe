/* pool.h - the processes of one area behind one door: few at rest, more while somebody waits */
#ifndef POOL_H
#define POOL_H

int pool_run(char **argv, void (*serve)(const void *), const void *what);

#endif
