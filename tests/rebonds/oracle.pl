# What Sisimai says of each mail of this folder: its name, then hard, soft, delayed, complaint, none,
# or - where it does not decide (it reads nothing, or says only that the mail was filtered).
use strict;
use warnings;
use Sisimai::Message;
use Sisimai::Data;

(my $here = $0) =~ s{[^/]*$}{};
my $token = '0123456789abcdef' x 2 . '0123456789';
for my $file (sort glob "$here*.eml") {
	open my $in, '<', $file or die "$file: $!";
	my $mail = do { local $/; <$in> };
	(my $name = $file) =~ s{.*/}{};
	$mail =~ s/\@(TOKEN|MESSAGE)\@/$token/g;
	my $read = eval { Sisimai::Message->new(data => $mail) };
	my $all = $read ? eval { Sisimai::Data->make(data => $read, delivered => 1) } : undef;
	my $one = $all && $all->[0];
	my $says = !$one ? '-'
		: $one->reason eq 'feedback' ? 'complaint'
		: $one->reason eq 'vacation' ? 'none'
		: $one->action eq 'delayed' ? 'delayed'
		: $one->reason =~ /^(?:filtered|suspend|undefined|onhold)$/ ? '-'
		: $one->softbounce == 0 ? 'hard' : 'soft';
	print "$name $says\n";
}
