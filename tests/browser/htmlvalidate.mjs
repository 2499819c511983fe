// The rules of html-validate for our pages.
export default {
	root: true,
	extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
	rules: {
		'no-inline-style': 'error',
		'void-style': ['error', { style: 'omit' }],
		'long-title': 'off',
		'require-sri': 'off',
		'no-implicit-button-type': 'off',
		'tel-non-breaking': 'off', // the stylesheet keeps numbers whole
		'prefer-native-element': 'error',
		'no-redundant-role': 'error',
		'wcag/h30': 'error',
		'wcag/h32': 'error',
		'wcag/h37': 'error',
		'wcag/h63': 'error',
		'wcag/h71': 'error',
		'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
		'aria-label-misuse': ['error', { allowAnyNamable: true }],
	},
};
