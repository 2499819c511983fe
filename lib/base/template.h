/* template.h - text out of a template and data */
#ifndef TEMPLATE_H
#define TEMPLATE_H

#include "base/req.h"

char *template_render(struct req *, const char *name, const char *inner, size_t *len);
void template_forget(void);
void template_join(char *text);

#endif
