/* conf.h - the configuration file: what an operator may set, read once at start */
#ifndef CONF_H
#define CONF_H

#include <stddef.h>

struct conf {
	const char *site_url, *site_name, *site_timezone;
	const char *db_socket, *db_host, *db_name, *db_user, *db_password_file;
	long db_port;
	const char *hubspot_url, *hubspot_token_file, *hubspot_webhook_secret_file,
		*hubspot_mapping;
	/* People whom the sync may close within an hour without being asked: the larger of both. */
	long hubspot_brake_percent, hubspot_brake_least;
	const char *smtp_url, *smtp_user, *smtp_password_file, *smtp_from;
	long smtp_rate; /* messages a minute, 0: no limit */
	const char
		*smtp_domain_rate; /* the same of letters to some domains: "gmail.com=300 *=600" */
	long smtp_connections;     /* letters on their way at once, when smtp.log is read */
	const char *smtp_log;      /* the relay's own log: what it says it took is not sent again */
	long smtp_log_wait;        /* seconds until that log has what the relay has answered */
	long store_quota;          /* files of people, in all, in millions of bytes, 0: no limit */
	long pool_processes;       /* of an area at most, 0: its program answers alone */
	long pool_rest;            /* seconds without a reader, then the area ends; 0: never */
	long public_rate;   /* registrations without account of a network an hour, 0: no limit */
	long contacts_rate; /* pages of people that one plain account reads an hour, 0: no limit */
	const char *dump_folder;      /* where dumps of the night go */
	long dump_nights, dump_weeks; /* how many of them stay, and how many last ones of a week */
	/* Where a copy goes that this machine cannot read, for whose key, how many stay there. */
	const char *dump_second, *dump_key, *dump_second_key /* of a bucket */;
	long dump_copies;
	long dump_trial;             /* the day when one is restored: 1 Monday to 7, 0: never */
	const char *dump_trial_base; /* into that base; NULL: db.name with _essai */
	const char *journal_witness; /* a folder elsewhere, where the journal's head is written */
	const char *store_url, *clamav_socket;
	const char *store_key_file, *store_region; /* of a bucket: its KEY:SECRET */
	long store_patience;                       /* seconds without a byte, then it is down */
	const char *mail_reply;                    /* answers by mail come there */
	const char *mail_bounce;  /* letters come back there, in the same mailbox */
	const char *mail_dkim;    /* the selector that the relay signs with, for the self-check */
	const char *dns_server;   /* asked by the self-check; NULL: the resolver of the machine */
	const char *site_address; /* of the association, at the end of letters */
	const char *imap_url, *imap_user, *imap_password_file; /* its mailbox, if it is not piped */
	const char *service_folder; /* counts of requests, and what essaim-service keeps apart */
	const char *service_probe;  /* where it looks whether the site answers; NULL: site.url */
	const char *alarm_mail;     /* of the host: told what administrators are told */
	const char *log_folder;     /* where our programs write their logs; NULL: not in files */
	long log_slow_ms;           /* a statement that takes longer is logged; 0: none is */
	const char *metrics_token_file; /* who shows it may read /metrics; NULL: nobody */
	const char *live_socket; /* where nginx takes what to push; NULL: nothing is pushed */
};

extern struct conf conf;

void conf_load(void);
const char *conf_file_text(const char *path);
const char *conf_data(const char *name);

#endif
