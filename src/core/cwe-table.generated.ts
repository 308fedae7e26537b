// Written by `npx tsx scripts/generate-cwe.ts LIST.json`. Do not edit.
//
// Ids, names, levels and parents are facts of the Common Weakness Enumeration (CWE), https://cwe.mitre.org.
// Copyright (c) 2006-2025, The MITRE Corporation. CWE is a trademark of The MITRE Corporation.
// Used under https://cwe.mitre.org/about/termsofuse.html: "MITRE hereby grants you a non-exclusive, royalty-free license to
// use Common Weakness Enumeration (CWE) for research, development, and commercial purposes. Any copy you make for such
// purposes is authorized on the condition that you reproduce MITRE's copyright designation and this license in any such
// copy." CWE comes "as is", without warranty of any kind.

/**
 * One weakness a line: number, level (P pillar, C class, B base, V variant, X compound), parents in view CWE-1000
 * (`-` for none), name. One string, so that loading costs nothing until somebody asks.
 */
export const CWE_TABLE: string = `
5 V 319 J2EE Misconfiguration: Data Transmission Without Encryption
6 V 334 J2EE Misconfiguration: Insufficient Session-ID Length
7 V 756 J2EE Misconfiguration: Missing Custom Error Page
8 V 668 J2EE Misconfiguration: Entity Bean Declared Remote
9 V 266 J2EE Misconfiguration: Weak Access Permissions for EJB Methods
11 V 489 ASP.NET Misconfiguration: Creating Debug Binary
12 V 756 ASP.NET Misconfiguration: Missing Custom Error Page
13 V 260 ASP.NET Misconfiguration: Password in Configuration File
14 V 733 Compiler Removal of Code to Clear Buffers
15 B 610,642 External Control of System or Configuration Setting
20 C 707 Improper Input Validation
22 B 668,706 Improper Limitation of a Pathname to a Restricted Directory ('Path Traversal')
23 B 22 Relative Path Traversal
24 V 23 Path Traversal: '../filedir'
25 V 23 Path Traversal: '/../filedir'
26 V 23 Path Traversal: '/dir/../filename'
27 V 23 Path Traversal: 'dir/../../filename'
28 V 23 Path Traversal: '..filedir'
29 V 23 Path Traversal: '..filename'
30 V 23 Path Traversal: 'dir..filename'
31 V 23 Path Traversal: 'dir....filename'
32 V 23 Path Traversal: '...' (Triple Dot)
33 V 23 Path Traversal: '....' (Multiple Dot)
34 V 23 Path Traversal: '....//'
35 V 23 Path Traversal: '.../...//'
36 B 22 Absolute Path Traversal
37 V 36,160 Path Traversal: '/absolute/pathname/here'
38 V 36 Path Traversal: 'absolutepathnamehere'
39 V 36 Path Traversal: 'C:dirname'
40 V 36 Path Traversal: 'UNCsharename' (Windows UNC Share)
41 B 706 Improper Resolution of Path Equivalence
42 V 41,162 Path Equivalence: 'filename.' (Trailing Dot)
43 V 42,163 Path Equivalence: 'filename....' (Multiple Trailing Dot)
44 V 41 Path Equivalence: 'file.name' (Internal Dot)
45 V 44,165 Path Equivalence: 'file...name' (Multiple Internal Dot)
46 V 41,162 Path Equivalence: 'filename ' (Trailing Space)
47 V 41 Path Equivalence: ' filename' (Leading Space)
48 V 41 Path Equivalence: 'file name' (Internal Whitespace)
49 V 41,162 Path Equivalence: 'filename/' (Trailing Slash)
50 V 41,161 Path Equivalence: '//multiple/leading/slash'
51 V 41 Path Equivalence: '/multiple//internal/slash'
52 V 41,163 Path Equivalence: '/multiple/trailing/slash//'
53 V 41,165 Path Equivalence: 'multipleinternalbackslash'
54 V 41,162 Path Equivalence: 'filedir' (Trailing Backslash)
55 V 41 Path Equivalence: '/./' (Single Dot Directory)
56 V 41,155 Path Equivalence: 'filedir*' (Wildcard)
57 V 41 Path Equivalence: 'fakedir/../realdir/filename'
58 V 41 Path Equivalence: Windows 8.3 Filename
59 B 706 Improper Link Resolution Before File Access ('Link Following')
61 X 59 UNIX Symbolic Link (Symlink) Following
62 V 59 UNIX Hard Link
64 V 59 Windows Shortcut Following (.LNK)
65 V 59 Windows Hard Link
66 B 706 Improper Handling of File Names that Identify Virtual Resources
67 V 66 Improper Handling of Windows Device Names
69 V 66 Improper Handling of Windows ::DATA Alternate Data Stream
72 V 66 Improper Handling of Apple HFS+ Alternate Data Stream Path
73 B 610,642 External Control of File Name or Path
74 C 707 Improper Neutralization of Special Elements in Output Used by a Downstream Component ('Injection')
75 C 74 Failure to Sanitize Special Elements into a Different Plane (Special Element Injection)
76 B 75 Improper Neutralization of Equivalent Special Elements
77 C 74 Improper Neutralization of Special Elements used in a Command ('Command Injection')
78 B 77 Improper Neutralization of Special Elements used in an OS Command ('OS Command Injection')
79 B 74 Improper Neutralization of Input During Web Page Generation ('Cross-site Scripting')
80 V 79 Improper Neutralization of Script-Related HTML Tags in a Web Page (Basic XSS)
81 V 79 Improper Neutralization of Script in an Error Message Web Page
82 V 83 Improper Neutralization of Script in Attributes of IMG Tags in a Web Page
83 V 79 Improper Neutralization of Script in Attributes in a Web Page
84 V 79 Improper Neutralization of Encoded URI Schemes in a Web Page
85 V 79 Doubled Character XSS Manipulations
86 V 79,436 Improper Neutralization of Invalid Characters in Identifiers in Web Pages
87 V 79 Improper Neutralization of Alternate XSS Syntax
88 B 77 Improper Neutralization of Argument Delimiters in a Command ('Argument Injection')
89 B 943 Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection')
90 B 943 Improper Neutralization of Special Elements used in an LDAP Query ('LDAP Injection')
91 B 74 XML Injection (aka Blind XPath Injection)
93 B 74 Improper Neutralization of CRLF Sequences ('CRLF Injection')
94 B 74,913 Improper Control of Generation of Code ('Code Injection')
95 V 94 Improper Neutralization of Directives in Dynamically Evaluated Code ('Eval Injection')
96 B 94 Improper Neutralization of Directives in Statically Saved Code ('Static Code Injection')
97 V 96 Improper Neutralization of Server-Side Includes (SSI) Within a Web Page
98 V 706,829 Improper Control of Filename for Include/Require Statement in PHP Program ('PHP Remote File Inclusion')
99 C 74 Improper Control of Resource Identifiers ('Resource Injection')
102 V 694,1173 Struts: Duplicate Validation Forms
103 V 573 Struts: Incomplete validate() Method Definition
104 V 573 Struts: Form Bean Does Not Extend Validation Class
105 V 1173 Struts: Form Field Without Validator
106 V 1173 Struts: Plug-in Framework not in Use
107 V 1164 Struts: Unused Validation Form
108 V 1173 Struts: Unvalidated Action Form
109 V 1173 Struts: Validator Turned Off
110 V 1164 Struts: Validator Without Form Field
111 V 695 Direct Use of Unsafe JNI
112 B 1286 Missing XML Validation
113 V 93,436 Improper Neutralization of CRLF Sequences in HTTP Headers ('HTTP Request/Response Splitting')
114 C 73 Process Control
115 B 436 Misinterpretation of Input
116 C 707 Improper Encoding or Escaping of Output
117 B 116 Improper Output Neutralization for Logs
118 C 664 Incorrect Access of Indexable Resource ('Range Error')
119 C 118 Improper Restriction of Operations within the Bounds of a Memory Buffer
120 B 119 Buffer Copy without Checking Size of Input ('Classic Buffer Overflow')
121 V 787,788 Stack-based Buffer Overflow
122 V 787,788 Heap-based Buffer Overflow
123 B 787 Write-what-where Condition
124 B 786,787 Buffer Underwrite ('Buffer Underflow')
125 B 119 Out-of-bounds Read
126 V 125,788 Buffer Over-read
127 V 125,786 Buffer Under-read
128 B 682 Wrap-around Error
129 V 1285 Improper Validation of Array Index
130 B 240 Improper Handling of Length Parameter Inconsistency
131 B 682 Incorrect Calculation of Buffer Size
134 B 668 Use of Externally-Controlled Format String
135 B 682 Incorrect Calculation of Multi-Byte String Length
138 C 707 Improper Neutralization of Special Elements
140 B 138 Improper Neutralization of Delimiters
141 V 140 Improper Neutralization of Parameter/Argument Delimiters
142 V 140 Improper Neutralization of Value Delimiters
143 V 140 Improper Neutralization of Record Delimiters
144 V 140 Improper Neutralization of Line Delimiters
145 V 140 Improper Neutralization of Section Delimiters
146 V 140 Improper Neutralization of Expression/Command Delimiters
147 V 138 Improper Neutralization of Input Terminators
148 V 138 Improper Neutralization of Input Leaders
149 V 138 Improper Neutralization of Quoting Syntax
150 V 138 Improper Neutralization of Escape, Meta, or Control Sequences
151 V 138 Improper Neutralization of Comment Delimiters
152 V 138 Improper Neutralization of Macro Symbols
153 V 138 Improper Neutralization of Substitution Characters
154 V 138 Improper Neutralization of Variable Name Delimiters
155 V 138 Improper Neutralization of Wildcards or Matching Symbols
156 V 138 Improper Neutralization of Whitespace
157 V 138 Failure to Sanitize Paired Delimiters
158 V 138 Improper Neutralization of Null Byte or NUL Character
159 C 138 Improper Handling of Invalid Use of Special Elements
160 V 138 Improper Neutralization of Leading Special Elements
161 V 160 Improper Neutralization of Multiple Leading Special Elements
162 V 138 Improper Neutralization of Trailing Special Elements
163 V 162 Improper Neutralization of Multiple Trailing Special Elements
164 V 138 Improper Neutralization of Internal Special Elements
165 V 164 Improper Neutralization of Multiple Internal Special Elements
166 B 159,228 Improper Handling of Missing Special Element
167 B 159,228 Improper Handling of Additional Special Element
168 B 159,228 Improper Handling of Inconsistent Special Elements
170 B 707 Improper Null Termination
172 C 707 Encoding Error
173 V 172 Improper Handling of Alternate Encoding
174 V 172,675 Double Decoding of the Same Data
175 V 172 Improper Handling of Mixed Encoding
176 V 172 Improper Handling of Unicode Encoding
177 V 172 Improper Handling of URL Encoding (Hex Encoding)
178 B 706 Improper Handling of Case Sensitivity
179 B 20,696 Incorrect Behavior Order: Early Validation
180 V 179 Incorrect Behavior Order: Validate Before Canonicalize
181 V 179 Incorrect Behavior Order: Validate Before Filter
182 B 693 Collapse of Data into Unsafe Value
183 B 697 Permissive List of Allowed Inputs
184 B 693,1023 Incomplete List of Disallowed Inputs
185 C 697 Incorrect Regular Expression
186 B 185 Overly Restrictive Regular Expression
187 V 1023 Partial String Comparison
188 B 435,1105 Reliance on Data/Memory Layout
190 B 682 Integer Overflow or Wraparound
191 B 682 Integer Underflow (Wrap or Wraparound)
192 V 681 Integer Coercion Error
193 B 682 Off-by-one Error
194 V 681 Unexpected Sign Extension
195 V 681 Signed to Unsigned Conversion Error
196 V 681 Unsigned to Signed Conversion Error
197 B 681 Numeric Truncation Error
198 V 188 Use of Incorrect Byte Ordering
200 C 668 Exposure of Sensitive Information to an Unauthorized Actor
201 B 200 Insertion of Sensitive Information Into Sent Data
202 B 1230 Exposure of Sensitive Information Through Data Queries
203 B 200 Observable Discrepancy
204 B 203 Observable Response Discrepancy
205 B 203 Observable Behavioral Discrepancy
206 V 205 Observable Internal Behavioral Discrepancy
207 V 205 Observable Behavioral Discrepancy With Equivalent Products
208 B 203 Observable Timing Discrepancy
209 B 200,755 Generation of Error Message Containing Sensitive Information
210 B 209 Self-generated Error Message Containing Sensitive Information
211 B 209 Externally-Generated Error Message Containing Sensitive Information
212 B 669 Improper Removal of Sensitive Information Before Storage or Transfer
213 B 200 Exposure of Sensitive Information Due to Incompatible Policies
214 B 497 Invocation of Process Using Visible Sensitive Information
215 B 200 Insertion of Sensitive Information Into Debugging Code
219 V 552 Storage of File with Sensitive Data Under Web Root
220 V 552 Storage of File With Sensitive Data Under FTP Root
221 C 664 Information Loss or Omission
222 B 221 Truncation of Security-relevant Information
223 B 221 Omission of Security-relevant Information
224 B 221 Obscured Security-relevant Information by Alternate Name
226 B 212,459 Sensitive Information in Resource Not Removed Before Reuse
228 C 703,707 Improper Handling of Syntactically Invalid Structure
229 B 228 Improper Handling of Values
230 V 229 Improper Handling of Missing Values
231 V 229 Improper Handling of Extra Values
232 V 229 Improper Handling of Undefined Values
233 B 228 Improper Handling of Parameters
234 V 233 Failure to Handle Missing Parameter
235 V 233 Improper Handling of Extra Parameters
236 V 233 Improper Handling of Undefined Parameters
237 B 228 Improper Handling of Structural Elements
238 V 237 Improper Handling of Incomplete Structural Elements
239 V 237 Failure to Handle Incomplete Element
240 B 237,707 Improper Handling of Inconsistent Structural Elements
241 B 228 Improper Handling of Unexpected Data Type
242 B 1177 Use of Inherently Dangerous Function
243 V 573,669 Creation of chroot Jail Without Changing Working Directory
244 V 226 Improper Clearing of Heap Memory Before Release ('Heap Inspection')
245 V 695 J2EE Bad Practices: Direct Management of Connections
246 V 695 J2EE Bad Practices: Direct Use of Sockets
248 B 705,755 Uncaught Exception
250 B 269,657 Execution with Unnecessary Privileges
252 B 754 Unchecked Return Value
253 B 573,754 Incorrect Check of Function Return Value
256 B 522 Plaintext Storage of a Password
257 B 522 Storing Passwords in a Recoverable Format
258 V 260,521 Empty Password in Configuration File
259 V 798 Use of Hard-coded Password
260 B 522 Password in Configuration File
261 B 522 Weak Encoding for Password
262 B 1390 Not Using Password Aging
263 B 1390 Password Aging with Long Expiration
266 B 269 Incorrect Privilege Assignment
267 B 269 Privilege Defined With Unsafe Actions
268 B 269 Privilege Chaining
269 C 284 Improper Privilege Management
270 B 269 Privilege Context Switching Error
271 C 269 Privilege Dropping / Lowering Errors
272 B 271 Least Privilege Violation
273 B 271,754 Improper Check for Dropped Privileges
274 B 269,755 Improper Handling of Insufficient Privileges
276 B 732 Incorrect Default Permissions
277 V 732 Insecure Inherited Permissions
278 V 732 Insecure Preserved Inherited Permissions
279 V 732 Incorrect Execution-Assigned Permissions
280 B 755 Improper Handling of Insufficient Permissions or Privileges 
281 B 732 Improper Preservation of Permissions
282 C 284 Improper Ownership Management
283 B 282 Unverified Ownership
284 P - Improper Access Control
285 C 284 Improper Authorization
286 C 284 Incorrect User Management
287 C 284 Improper Authentication
288 B 306 Authentication Bypass Using an Alternate Path or Channel
289 B 1390 Authentication Bypass by Alternate Name
290 B 1390 Authentication Bypass by Spoofing
291 V 290,471,923 Reliance on IP Address for Authentication
293 V 290 Using Referer Field for Authentication
294 B 1390 Authentication Bypass by Capture-replay
295 B 287 Improper Certificate Validation
296 B 295,573 Improper Following of a Certificate's Chain of Trust
297 V 295,923 Improper Validation of Certificate with Host Mismatch
298 V 295,672 Improper Validation of Certificate Expiration
299 B 295,404 Improper Check for Certificate Revocation
300 C 923 Channel Accessible by Non-Endpoint
301 B 1390 Reflection Attack in an Authentication Protocol
302 B 807,1390 Authentication Bypass by Assumed-Immutable Data
303 B 1390 Incorrect Implementation of Authentication Algorithm
304 B 303,573 Missing Critical Step in Authentication
305 B 1390 Authentication Bypass by Primary Weakness
306 B 287 Missing Authentication for Critical Function
307 B 799,1390 Improper Restriction of Excessive Authentication Attempts
308 B 654,1390 Use of Single-factor Authentication
309 B 654,1390 Use of Password System for Primary Authentication
311 C 693 Missing Encryption of Sensitive Data
312 B 311,922 Cleartext Storage of Sensitive Information
313 V 312 Cleartext Storage in a File or on Disk
314 V 312 Cleartext Storage in the Registry
315 V 312 Cleartext Storage of Sensitive Information in a Cookie
316 V 312 Cleartext Storage of Sensitive Information in Memory
317 V 312 Cleartext Storage of Sensitive Information in GUI
318 V 312 Cleartext Storage of Sensitive Information in Executable
319 B 311 Cleartext Transmission of Sensitive Information
321 V 798 Use of Hard-coded Cryptographic Key
322 B 306 Key Exchange without Entity Authentication
323 B 344 Reusing a Nonce, Key Pair in Encryption
324 B 672 Use of a Key Past its Expiration Date
325 B 573 Missing Cryptographic Step
326 C 693 Inadequate Encryption Strength
327 C 693 Use of a Broken or Risky Cryptographic Algorithm
328 B 326,327 Use of Weak Hash
329 V 573,1204 Generation of Predictable IV with CBC Mode
330 C 693 Use of Insufficiently Random Values
331 B 330 Insufficient Entropy
332 V 331 Insufficient Entropy in PRNG
333 V 331,755 Improper Handling of Insufficient Entropy in TRNG
334 B 330 Small Space of Random Values
335 B 330 Incorrect Usage of Seeds in Pseudo-Random Number Generator (PRNG)
336 V 335 Same Seed in Pseudo-Random Number Generator (PRNG)
337 V 335 Predictable Seed in Pseudo-Random Number Generator (PRNG)
338 B 330 Use of Cryptographically Weak Pseudo-Random Number Generator (PRNG)
339 V 335 Small Seed Space in PRNG
340 C 330 Generation of Predictable Numbers or Identifiers
341 B 340 Predictable from Observable State
342 B 340 Predictable Exact Value from Previous Values
343 B 340 Predictable Value Range from Previous Values
344 B 330 Use of Invariant Value in Dynamically Changing Context
345 C 693 Insufficient Verification of Data Authenticity
346 C 284,345 Origin Validation Error
347 B 345 Improper Verification of Cryptographic Signature
348 B 345 Use of Less Trusted Source
349 B 345 Acceptance of Extraneous Untrusted Data With Trusted Data
350 V 290,807 Reliance on Reverse DNS Resolution for a Security-Critical Action
351 B 345 Insufficient Type Distinction
352 X 345 Cross-Site Request Forgery (CSRF)
353 B 345 Missing Support for Integrity Check
354 B 345,754 Improper Validation of Integrity Check Value
356 B 221 Product UI does not Warn User of Unsafe Actions
357 B 693 Insufficient UI Warning of Dangerous Operations
358 B 573,693 Improperly Implemented Security Check for Standard
359 B 200 Exposure of Private Personal Information to an Unauthorized Actor
360 B 345 Trust of System Event Data
362 C 691 Concurrent Execution using Shared Resource with Improper Synchronization ('Race Condition')
363 B 367 Race Condition Enabling Link Following
364 B 362 Signal Handler Race Condition
366 B 362 Race Condition within a Thread
367 B 362 Time-of-check Time-of-use (TOCTOU) Race Condition
368 B 362 Context Switching Race Condition
369 B 682 Divide By Zero
370 V 299 Missing Check for Certificate Revocation after Initial Check
372 B 664 Incomplete Internal State Distinction
374 B 668 Passing Mutable Objects to an Untrusted Method
375 B 668 Returning a Mutable Object to an Untrusted Caller
377 C 668 Insecure Temporary File
378 B 377 Creation of Temporary File With Insecure Permissions
379 B 377 Creation of Temporary File in Directory with Insecure Permissions
382 V 705 J2EE Bad Practices: Use of System.exit()
383 V 695 J2EE Bad Practices: Direct Use of Threads
384 X 610 Session Fixation
385 B 514 Covert Timing Channel
386 B 706 Symbolic Name not Mapping to Correct Object
390 B 755 Detection of Error Condition Without Action
391 B 754 Unchecked Error Condition
392 B 684,755 Missing Report of Error Condition
393 B 684,703 Return of Wrong Status Code
394 B 754 Unexpected Status Code or Return Value
395 B 705,755 Use of NullPointerException Catch to Detect NULL Pointer Dereference
396 B 221,705,755 Declaration of Catch for Generic Exception
397 B 221,703,705 Declaration of Throws for Generic Exception
400 C 664 Uncontrolled Resource Consumption
401 V 772 Missing Release of Memory after Effective Lifetime
402 C 668 Transmission of Private Resources into a New Sphere ('Resource Leak')
403 B 402 Exposure of File Descriptor to Unintended Control Sphere ('File Descriptor Leak')
404 C 664 Improper Resource Shutdown or Release
405 C 400 Asymmetric Resource Consumption (Amplification)
406 C 405 Insufficient Control of Network Message Volume (Network Amplification)
407 C 405 Inefficient Algorithmic Complexity
408 B 405,696 Incorrect Behavior Order: Early Amplification
409 B 405 Improper Handling of Highly Compressed Data (Data Amplification)
410 B 664 Insufficient Resource Pool
412 B 667 Unrestricted Externally Accessible Lock
413 B 667 Improper Resource Locking
414 B 667 Missing Lock Check
415 V 666,825,1341 Double Free
416 V 825 Use After Free
419 B 923 Unprotected Primary Channel
420 B 923 Unprotected Alternate Channel
421 B 362,420 Race Condition During Access to Alternate Channel
422 V 360,420 Unprotected Windows Messaging Channel ('Shatter')
424 C 638,693 Improper Protection of Alternate Path
425 B 288,424,862 Direct Request ('Forced Browsing')
426 B 642,673 Untrusted Search Path
427 B 668 Uncontrolled Search Path Element
428 B 668 Unquoted Search Path or Element
430 B 691 Deployment of Wrong Handler
431 B 691 Missing Handler
432 B 364 Dangerous Signal Handler not Disabled During Sensitive Operations
433 V 219 Unparsed Raw Web Content Delivery
434 B 669 Unrestricted Upload of File with Dangerous Type
435 P - Improper Interaction Between Multiple Correctly-Behaving Entities
436 C 435 Interpretation Conflict
437 B 436 Incomplete Model of Endpoint Features
439 B 435 Behavioral Change in New Version or Environment
440 B 684 Expected Behavior Violation
441 C 610 Unintended Proxy or Intermediary ('Confused Deputy')
444 B 436 Inconsistent Interpretation of HTTP Requests ('HTTP Request/Response Smuggling')
446 C 684 UI Discrepancy for Security Feature
447 B 446,671 Unimplemented or Unsupported Feature in UI
448 B 446 Obsolete Feature in UI
449 B 446 The UI Performs the Wrong Action
450 B 357 Multiple Interpretations of UI Input
451 C 221,684 User Interface (UI) Misrepresentation of Critical Information
453 V 1188 Insecure Default Variable Initialization
454 B 1419 External Initialization of Trusted Variables or Data Stores
455 B 636,665,705 Non-exit on Failed Initialization
456 V 909 Missing Initialization of a Variable
457 V 908 Use of Uninitialized Variable
459 B 404 Incomplete Cleanup
460 B 459,755 Improper Cleanup on Thrown Exception
462 V 694 Duplicate Key in Associative List (Alist)
463 B 707 Deletion of Data Structure Sentinel
464 B 138 Addition of Data Structure Sentinel
466 B 119 Return of Pointer Value Outside of Expected Range
467 V 131 Use of sizeof() on a Pointer Type
468 B 682 Incorrect Pointer Scaling
469 B 682 Use of Pointer Subtraction to Determine Size
470 B 610,913 Use of Externally-Controlled Input to Select Classes or Code ('Unsafe Reflection')
471 B 664 Modification of Assumed-Immutable Data (MAID)
472 B 471,642 External Control of Assumed-Immutable Web Parameter
473 V 471 PHP External Variable Modification
474 B 758 Use of Function with Inconsistent Implementations
475 B 573 Undefined Behavior for Input to API
476 B 710,754 NULL Pointer Dereference
477 B 710 Use of Obsolete Function
478 B 1023 Missing Default Case in Multiple Condition Expression
479 V 663,828 Signal Handler Use of a Non-reentrant Function
480 B 670 Use of Incorrect Operator
481 V 480 Assigning instead of Comparing
482 V 480 Comparing instead of Assigning
483 B 670 Incorrect Block Delimitation
484 B 670,710 Omitted Break Statement in Switch
486 V 1025 Comparison of Classes by Name
487 B 664 Reliance on Package-level Scope
488 B 668 Exposure of Data Element to Wrong Session
489 B 710 Active Debug Code
491 V 668 Public cloneable() Method Without Final ('Object Hijack')
492 V 668 Use of Inner Class Containing Sensitive Data
493 V 668 Critical Public Variable Without Final Modifier
494 B 345,669 Download of Code Without Integrity Check
495 V 664 Private Data Structure Returned From A Public Method
496 V 664 Public Data Assigned to Private Array-Typed Field
497 B 200 Exposure of Sensitive System Information to an Unauthorized Control Sphere
498 V 668 Cloneable Class Containing Sensitive Information
499 V 668 Serializable Class Containing Sensitive Data
500 V 493 Public Static Field Not Marked Final
501 B 664 Trust Boundary Violation
502 B 913 Deserialization of Untrusted Data
506 C 912 Embedded Malicious Code
507 B 506 Trojan Horse
508 B 507 Non-Replicating Malicious Code
509 B 507 Replicating Malicious Code (Virus or Worm)
510 B 506 Trapdoor
511 B 506 Logic/Time Bomb
512 B 506 Spyware
514 C 1229 Covert Channel
515 B 514 Covert Storage Channel
520 V 266 .NET Misconfiguration: Use of Impersonation
521 B 1391 Weak Password Requirements
522 C 668,1390 Insufficiently Protected Credentials
523 B 522 Unprotected Transport of Credentials
524 B 668 Use of Cache Containing Sensitive Information
525 V 524 Use of Web Browser Cache Containing Sensitive Information
526 V 312 Cleartext Storage of Sensitive Information in an Environment Variable
527 V 552 Exposure of Version-Control Repository to an Unauthorized Control Sphere
528 V 552 Exposure of Core Dump File to an Unauthorized Control Sphere
529 V 552 Exposure of Access Control List Files to an Unauthorized Control Sphere
530 V 552 Exposure of Backup File to an Unauthorized Control Sphere
531 V 540 Inclusion of Sensitive Information in Test Code
532 B 538 Insertion of Sensitive Information into Log File
535 V 211 Exposure of Information Through Shell Error Message
536 V 211 Servlet Runtime Error Message Containing Sensitive Information
537 V 211 Java Runtime Error Message Containing Sensitive Information
538 B 200 Insertion of Sensitive Information into Externally-Accessible File or Directory
539 V 552 Use of Persistent Cookies Containing Sensitive Information
540 B 538 Inclusion of Sensitive Information in Source Code
541 V 540 Inclusion of Sensitive Information in an Include File
543 V 820 Use of Singleton Pattern Without Synchronization in a Multithreaded Context
544 B 755 Missing Standardized Error Handling Mechanism
546 V 1078 Suspicious Comment
547 B 1078 Use of Hard-coded, Security-relevant Constants
548 V 497 Exposure of Information Through Directory Listing
549 B 522 Missing Password Field Masking
550 V 209 Server-generated Error Message Containing Sensitive Information
551 B 696,863 Incorrect Behavior Order: Authorization Before Parsing and Canonicalization
552 B 285,668 Files or Directories Accessible to External Parties
553 V 552 Command Shell in Externally Accessible Directory
554 V 1173 ASP.NET Misconfiguration: Not Using Input Validation Framework
555 V 260 J2EE Misconfiguration: Plaintext Password in Configuration File
556 V 266 ASP.NET Misconfiguration: Use of Identity Impersonation
558 V 663 Use of getlogin() in Multithreaded Application
560 V 687 Use of umask() with chmod-style Argument
561 B 1164 Dead Code
562 B 758 Return of Stack Variable Address
563 B 1164 Assignment to Variable without Use
564 V 89 SQL Injection: Hibernate
565 B 602,642 Reliance on Cookies without Validation and Integrity Checking
566 V 639 Authorization Bypass Through User-Controlled SQL Primary Key
567 B 820 Unsynchronized Access to Shared Data in a Multithreaded Context
568 V 459,573 finalize() Method Without super.finalize()
570 B 710 Expression is Always False
571 B 710 Expression is Always True
572 V 821 Call to Thread run() instead of start()
573 C 710 Improper Following of Specification by Caller
574 V 695,821 EJB Bad Practices: Use of Synchronization Primitives
575 V 695 EJB Bad Practices: Use of AWT Swing
576 V 695 EJB Bad Practices: Use of Java I/O
577 V 573 EJB Bad Practices: Use of Sockets
578 V 573 EJB Bad Practices: Use of Class Loader
579 V 573 J2EE Bad Practices: Non-serializable Object Stored in Session
580 V 573,664 clone() Method Without super.clone()
581 V 573,697 Object Model Violation: Just One of Equals and Hashcode Defined
582 V 668 Array Declared Public, Final, and Static
583 V 668 finalize() Method Declared Public
584 B 705 Return Inside Finally Block
585 V 1071 Empty Synchronized Block
586 B 1076 Explicit Call to Finalize()
587 V 344,758 Assignment of a Fixed Address to a Pointer
588 V 704,758 Attempt to Access Child of a Non-structure Pointer
589 V 474 Call to Non-ubiquitous API
590 V 762 Free of Memory not on the Heap
591 V 413 Sensitive Data Storage in Improperly Locked Memory
593 V 666,1390 Authentication Bypass: OpenSSL CTX Object Modified after SSL Objects are Created
594 V 1076 J2EE Framework: Saving Unserializable Objects to Disk
595 V 1025 Comparison of Object References Instead of Object Contents
597 V 480,595 Use of Wrong Operator in String Comparison
598 V 201 Use of GET Request Method With Sensitive Query Strings
599 V 295 Missing Validation of OpenSSL Certificate
600 V 248 Uncaught Exception in Servlet 
601 B 610 URL Redirection to Untrusted Site ('Open Redirect')
602 C 693 Client-Side Enforcement of Server-Side Security
603 B 602,1390 Use of Client-Side Authentication
605 V 666,675 Multiple Binds to the Same Port
606 B 1284 Unchecked Input for Loop Condition
607 V 471 Public Static Final Field References Mutable Object
608 V 668 Struts: Non-private Field in ActionForm Class
609 B 667 Double-Checked Locking
610 C 664 Externally Controlled Reference to a Resource in Another Sphere
611 B 610 Improper Restriction of XML External Entity Reference
612 B 1230 Improper Authorization of Index Containing Sensitive Information
613 B 672 Insufficient Session Expiration
614 V 319 Sensitive Cookie in HTTPS Session Without 'Secure' Attribute
615 V 540 Inclusion of Sensitive Information in Source Code Comments
616 V 345 Incomplete Identification of Uploaded File Variables (PHP)
617 B 670 Reachable Assertion
618 V 749 Exposed Unsafe ActiveX Method
619 B 402 Dangling Database Cursor ('Cursor Injection')
620 B 1390 Unverified Password Change
621 V 914 Variable Extraction Error
622 V 20 Improper Validation of Function Hook Arguments
623 V 267 Unsafe ActiveX Control Marked Safe For Scripting
624 B 77 Executable Regular Expression Error
625 B 185 Permissive Regular Expression
626 V 147,436 Null Byte Interaction Error (Poison Null Byte)
627 V 914 Dynamic Variable Evaluation
628 B 573 Function Call with Incorrectly Specified Arguments
636 C 657,755 Not Failing Securely ('Failing Open')
637 C 657 Unnecessary Complexity in Protection Mechanism (Not Using 'Economy of Mechanism')
638 C 657,862 Not Using Complete Mediation
639 B 863 Authorization Bypass Through User-Controlled Key
640 B 1390 Weak Password Recovery Mechanism for Forgotten Password
641 B 99 Improper Restriction of Names for Files and Other Resources
642 C 668 External Control of Critical State Data
643 B 91,943 Improper Neutralization of Data within XPath Expressions ('XPath Injection')
644 V 116 Improper Neutralization of HTTP Headers for Scripting Syntax
645 B 287 Overly Restrictive Account Lockout Mechanism
646 V 345 Reliance on File Name or Extension of Externally-Supplied File
647 V 863 Use of Non-Canonical URL Paths for Authorization Decisions
648 B 269 Incorrect Use of Privileged APIs
649 B 345 Reliance on Obfuscation or Encryption of Security-Relevant Inputs without Integrity Checking
650 V 436 Trusting HTTP Permission Methods on the Server Side
651 V 538 Exposure of WSDL File Containing Sensitive Information
652 B 91,943 Improper Neutralization of Data within XQuery Expressions ('XQuery Injection')
653 C 657,693 Improper Isolation or Compartmentalization
654 B 657,693 Reliance on a Single Factor in a Security Decision
655 C 657,693 Insufficient Psychological Acceptability
656 C 657,693 Reliance on Security Through Obscurity
657 C 710 Violation of Secure Design Principles
662 C 664,691 Improper Synchronization
663 B 662 Use of a Non-reentrant Function in a Concurrent Context
664 P - Improper Control of a Resource Through its Lifetime
665 C 664 Improper Initialization
666 C 664 Operation on Resource in Wrong Phase of Lifetime
667 C 662 Improper Locking
668 C 664 Exposure of Resource to Wrong Sphere
669 C 664 Incorrect Resource Transfer Between Spheres
670 C 691 Always-Incorrect Control Flow Implementation
671 C 657 Lack of Administrator Control over Security
672 C 666 Operation on a Resource after Expiration or Release
673 C 664 External Influence of Sphere Definition
674 C 834 Uncontrolled Recursion
675 C 573 Multiple Operations on Resource in Single-Operation Context
676 B 1177 Use of Potentially Dangerous Function
680 X 190 Integer Overflow to Buffer Overflow
681 B 704 Incorrect Conversion between Numeric Types
682 P - Incorrect Calculation
683 V 628 Function Call With Incorrect Order of Arguments
684 C 710 Incorrect Provision of Specified Functionality
685 V 628 Function Call With Incorrect Number of Arguments
686 V 628 Function Call With Incorrect Argument Type
687 V 628 Function Call With Incorrectly Specified Argument Value
688 V 628 Function Call With Incorrect Variable or Reference as Argument
689 X 362 Permission Race Condition During Resource Copy
690 X 252 Unchecked Return Value to NULL Pointer Dereference
691 P - Insufficient Control Flow Management
692 X 184 Incomplete Denylist to Cross-Site Scripting
693 P - Protection Mechanism Failure
694 B 99,573 Use of Multiple Resources with Duplicate Identifier
695 B 573 Use of Low-Level Functionality
696 C 691 Incorrect Behavior Order
697 P - Incorrect Comparison
698 B 670,705 Execution After Redirect (EAR)
703 P - Improper Check or Handling of Exceptional Conditions
704 C 664 Incorrect Type Conversion or Cast
705 C 691 Incorrect Control Flow Scoping
706 C 664 Use of Incorrectly-Resolved Name or Reference
707 P - Improper Neutralization
708 B 282 Incorrect Ownership Assignment
710 P - Improper Adherence to Coding Standards
732 C 285,668 Incorrect Permission Assignment for Critical Resource
733 B 1038 Compiler Optimization Removal or Modification of Security-critical Code
749 B 284 Exposed Dangerous Method or Function
754 C 703 Improper Check for Unusual or Exceptional Conditions
755 C 703 Improper Handling of Exceptional Conditions
756 B 755 Missing Custom Error Page
757 B 693 Selection of Less-Secure Algorithm During Negotiation ('Algorithm Downgrade')
758 C 710 Reliance on Undefined, Unspecified, or Implementation-Defined Behavior
759 V 916 Use of a One-Way Hash without a Salt
760 V 916 Use of a One-Way Hash with a Predictable Salt
761 V 763 Free of Pointer not at Start of Buffer
762 V 763 Mismatched Memory Management Routines
763 B 404 Release of Invalid Pointer or Reference
764 B 667,675 Multiple Locks of a Critical Resource
765 B 667,675 Multiple Unlocks of a Critical Resource
766 B 732,1061 Critical Data Element Declared Public
767 B 668 Access to Critical Private Variable via Public Method
768 V 691 Incorrect Short Circuit Evaluation
770 B 400,665 Allocation of Resources Without Limits or Throttling
771 B 400 Missing Reference to Active Allocated Resource
772 B 404 Missing Release of Resource after Effective Lifetime
773 V 771 Missing Reference to Active File Descriptor or Handle
774 V 770 Allocation of File Descriptors or Handles Without Limits or Throttling
775 V 772 Missing Release of File Descriptor or Handle after Effective Lifetime
776 B 405,674 Improper Restriction of Recursive Entity References in DTDs ('XML Entity Expansion')
777 V 625 Regular Expression without Anchors
778 B 223,693 Insufficient Logging
779 B 400 Logging of Excessive Data
780 V 327 Use of RSA Algorithm without OAEP
781 V 1285 Improper Address Validation in IOCTL with METHOD_NEITHER I/O Control Code
782 V 749 Exposed IOCTL with Insufficient Access Control
783 B 670 Operator Precedence Logic Error
784 V 565,807 Reliance on Cookies without Validation and Integrity Checking in a Security Decision
785 V 120,676 Use of Path Manipulation Function without Maximum-sized Buffer
786 B 119 Access of Memory Location Before Start of Buffer
787 B 119 Out-of-bounds Write
788 B 119 Access of Memory Location After End of Buffer
789 V 770 Memory Allocation with Excessive Size Value
790 C 138 Improper Filtering of Special Elements
791 B 790 Incomplete Filtering of Special Elements
792 V 791 Incomplete Filtering of One or More Instances of Special Elements
793 V 792 Only Filtering One Instance of a Special Element
794 V 792 Incomplete Filtering of Multiple Instances of Special Elements
795 B 791 Only Filtering Special Elements at a Specified Location
796 V 795 Only Filtering Special Elements Relative to a Marker
797 V 795 Only Filtering Special Elements at an Absolute Position
798 B 344,671,1391 Use of Hard-coded Credentials
799 C 691 Improper Control of Interaction Frequency
804 B 863,1390 Guessable CAPTCHA
805 B 119 Buffer Access with Incorrect Length Value
806 V 805 Buffer Access Using Size of Source Buffer
807 B 693 Reliance on Untrusted Inputs in a Security Decision
820 B 662 Missing Synchronization
821 B 662 Incorrect Synchronization
822 B 119 Untrusted Pointer Dereference
823 B 119 Use of Out-of-range Pointer Offset
824 B 119 Access of Uninitialized Pointer
825 B 119,672 Expired Pointer Dereference
826 B 666 Premature Release of Resource During Expected Lifetime
827 V 706,829 Improper Control of Document Type Definition
828 V 364 Signal Handler with Functionality that is not Asynchronous-Safe
829 B 669 Inclusion of Functionality from Untrusted Control Sphere
830 V 829 Inclusion of Web Functionality from an Untrusted Source
831 V 364 Signal Handler Function Associated with Multiple Signals
832 B 667 Unlock of a Resource that is not Locked
833 B 667 Deadlock
834 C 691 Excessive Iteration
835 B 834 Loop with Unreachable Exit Condition ('Infinite Loop')
836 B 1390 Use of Password Hash Instead of Password for Authentication
837 B 799 Improper Enforcement of a Single, Unique Action
838 B 116 Inappropriate Encoding for Output Context
839 B 1023 Numeric Range Comparison Without Minimum Check
841 B 691 Improper Enforcement of Behavioral Workflow
842 B 286 Placement of User into Incorrect Group
843 B 704 Access of Resource Using Incompatible Type ('Type Confusion')
862 C 285 Missing Authorization
863 C 285 Incorrect Authorization
908 B 665 Use of Uninitialized Resource
909 C 665 Missing Initialization of Resource
910 B 672 Use of Expired File Descriptor
911 B 664 Improper Update of Reference Count
912 C 684 Hidden Functionality
913 C 664 Improper Control of Dynamically-Managed Code Resources
914 B 99,913 Improper Control of Dynamically-Identified Variables
915 B 913 Improperly Controlled Modification of Dynamically-Determined Object Attributes
916 B 328 Use of Password Hash With Insufficient Computational Effort
917 B 77 Improper Neutralization of Special Elements used in an Expression Language Statement ('Expression Language Injection')
918 B 441 Server-Side Request Forgery (SSRF)
920 B 400 Improper Restriction of Power Consumption
921 B 922 Storage of Sensitive Data in a Mechanism without Access Control
922 C 664 Insecure Storage of Sensitive Information
923 C 284 Improper Restriction of Communication Channel to Intended Endpoints
924 B 345 Improper Enforcement of Message Integrity During Transmission in a Communication Channel
925 V 940 Improper Verification of Intent by Broadcast Receiver
926 V 285 Improper Export of Android Application Components
927 V 285,668 Use of Implicit Intent for Sensitive Communication
939 B 862 Improper Authorization in Handler for Custom URL Scheme
940 B 346,923 Improper Verification of Source of a Communication Channel
941 B 923 Incorrectly Specified Destination in a Communication Channel
942 V 183,863,923 Permissive Cross-domain Policy with Untrusted Domains
943 C 74 Improper Neutralization of Special Elements in Data Query Logic
1004 V 732 Sensitive Cookie Without 'HttpOnly' Flag
1007 B 451 Insufficient Visual Distinction of Homoglyphs Presented to User
1021 B 441,451 Improper Restriction of Rendered UI Layers or Frames
1022 V 266 Use of Web Link to Untrusted Target with window.opener Access
1023 C 697 Incomplete Comparison with Missing Factors
1024 B 697 Comparison of Incompatible Types
1025 B 697 Comparison Using Wrong Factors
1037 B 1038 Processor Optimization Removal or Modification of Security-critical Code
1038 C 435,758 Insecure Automated Optimizations
1039 C 693,697 Automated Recognition Mechanism with Inadequate Detection or Handling of Adversarial Input Perturbations
1041 B 710 Use of Redundant Code
1042 V 1176 Static Member Data Element outside of a Singleton Class Element
1043 B 1093 Data Element Aggregating an Excessively Large Number of Non-Primitive Elements
1044 B 710 Architecture with Number of Horizontal Layers Outside of Expected Range
1045 B 1076 Parent Class with a Virtual Destructor and a Child Class without a Virtual Destructor
1046 B 1176 Creation of Immutable Text Using String Concatenation
1047 B 1120 Modules with Circular Dependencies
1048 B 710 Invokable Control Element with Large Number of Outward Calls
1049 B 1176 Excessive Data Query Operations in a Large Data Table
1050 B 405 Excessive Platform Resource Consumption within a Loop
1051 B 1419 Initialization with Hard-Coded Network Resource Configuration Data
1052 B 1419 Excessive Use of Hard-Coded Literals in Initialization
1053 B 1059 Missing Documentation for Design
1054 B 1061 Invocation of a Control Element at an Unnecessarily Deep Horizontal Layer
1055 B 1093 Multiple Inheritance from Concrete Classes
1056 B 1120 Invokable Control Element with Variadic Parameters
1057 B 1061 Data Access Operations Outside of Expected Data Manager Component
1058 B 662 Invokable Control Element in Multi-Thread Context with non-Final Static Storable or Member Element
1059 C 710 Insufficient Technical Documentation
1060 B 1120 Excessive Number of Inefficient Server-Side Data Accesses
1061 C 710 Insufficient Encapsulation
1062 B 1061 Parent Class with References to Child Class
1063 B 1176 Creation of Class Instance within a Static Code Block
1064 B 1120 Invokable Control Element with Signature Containing an Excessive Number of Parameters
1065 B 710 Runtime Resource Management Control Element in a Component Built to Run on Application Servers
1066 B 710 Missing Serialization Control Element
1067 B 1176 Excessive Execution of Sequential Searches of Data Resource
1068 B 710 Inconsistency Between Implementation and Documented Design
1069 V 1071 Empty Exception Block
1070 B 1076 Serializable Data Element Containing non-Serializable Item Elements
1071 B 1164 Empty Code Block
1072 B 405 Data Resource Access without Use of Connection Pooling
1073 B 405 Non-SQL Invokable Control Element with Excessive Number of Data Resource Accesses
1074 B 1093 Class with Excessively Deep Inheritance
1075 B 1120 Unconditional Control Flow Transfer outside of Switch Block
1076 C 710 Insufficient Adherence to Expected Conventions
1077 V 697 Floating Point Comparison with Incorrect Operator
1078 C 1076 Inappropriate Source Code Style or Formatting
1079 B 1076 Parent Class without Virtual Destructor Method
1080 B 1120 Source Code File with Excessive Number of Lines of Code
1082 B 1076 Class Instance Self Destruction Control Element
1083 B 1061 Data Access from Outside Expected Data Manager Component
1084 B 405 Invokable Control Element with Excessive File or Data Access Operations
1085 B 1078 Invokable Control Element with Excessive Volume of Commented-out Code
1086 B 1093 Class with Excessive Number of Child Classes
1087 B 1076 Class with Virtual Method without a Virtual Destructor
1088 B 821 Synchronous Access of Remote Resource without Timeout
1089 B 405 Large Data Table with Excessive Number of Indices
1090 B 1061 Method Containing Access of a Member Element from Another Class
1091 B 772,1076 Use of Object without Invoking Destructor Method
1092 B 710 Use of Same Invokable Control Element in Multiple Architectural Layers
1093 C 710 Excessively Complex Data Representation
1094 B 405 Excessive Index Range Scan for a Data Resource
1095 B 1120 Loop Condition Value Update within the Loop
1096 V 820 Singleton Class Instance Creation without Proper Locking or Synchronization
1097 B 1076 Persistent Storable Data Element without Associated Comparison Control Element
1098 B 1076 Data Element containing Pointer Item without Proper Copy Control Element
1099 B 1078 Inconsistent Naming Conventions for Identifiers
1100 B 1061 Insufficient Isolation of System-Dependent Functions
1101 B 710 Reliance on Runtime Component in Generated Code
1102 B 758 Reliance on Machine-Dependent Data Representation
1103 B 758 Use of Platform-Dependent Third Party Components
1104 B 1357 Use of Unmaintained Third Party Components
1105 B 758,1061 Insufficient Encapsulation of Machine-Dependent Functionality
1106 B 1078 Insufficient Use of Symbolic Constants
1107 B 1078 Insufficient Isolation of Symbolic Constant Definitions
1108 B 1076 Excessive Reliance on Global Variables
1109 B 1078 Use of Same Variable for Multiple Purposes
1110 B 1059 Incomplete Design Documentation
1111 B 1059 Incomplete I/O Documentation
1112 B 1059 Incomplete Documentation of Program Execution
1113 B 1078 Inappropriate Comment Style
1114 B 1078 Inappropriate Whitespace Style
1115 B 1078 Source Code Element without Standard Prologue
1116 B 1078 Inaccurate Comments
1117 B 1078 Callable with Insufficient Behavioral Summary
1118 B 1059 Insufficient Documentation of Error Handling Techniques
1119 B 1120 Excessive Use of Unconditional Branching
1120 C 710 Excessive Code Complexity
1121 B 1120 Excessive McCabe Cyclomatic Complexity
1122 B 1120 Excessive Halstead Complexity
1123 B 1120 Excessive Use of Self-Modifying Code
1124 B 1120 Excessively Deep Nesting
1125 B 1120 Excessive Attack Surface
1126 B 710 Declaration of Variable with Unnecessarily Wide Scope
1127 B 710 Compilation with Insufficient Warnings or Errors
1164 C 710 Irrelevant Code
1173 B 20 Improper Use of Validation Framework
1174 V 1173 ASP.NET Misconfiguration: Improper Model Validation
1176 C 405 Inefficient CPU Computation
1177 C 710 Use of Prohibited Code
1188 B 1419 Initialization of a Resource with an Insecure Default
1189 B 653,668 Improper Isolation of Shared Resources on System-on-a-Chip (SoC)
1190 B 696 DMA Device Enabled Too Early in Boot Phase
1191 B 284 On-Chip Debug and Test Interface With Improper Access Control
1192 B 657 Improper Identifier for IP Block used in System-On-Chip (SOC)
1193 B 696 Power-On of Untrusted Execution Core Before Enabling Fabric Access Control
1204 B 330 Generation of Weak Initialization Vector (IV)
1209 B 710 Failure to Disable Reserved Bits
1220 B 284 Insufficient Granularity of Access Control
1221 B 1419 Incorrect Register Defaults or Module Parameters
1222 V 1220 Insufficient Granularity of Address Regions Protected by Register Locks
1223 B 362 Race Condition for Write-Once Attributes
1224 B 284 Improper Restriction of Write-Once Bit Fields
1229 C 664 Creation of Emergent Resource
1230 B 285 Exposure of Sensitive Information Through Metadata
1231 B 284 Improper Prevention of Lock Bit Modification
1232 B 667 Improper Lock Behavior After Power State Transition
1233 B 284,667 Security-Sensitive Hardware Controls with Missing Lock Bit Protection
1234 B 667 Hardware Internal or Debug Modes Allow Override of Locks
1235 B 400 Incorrect Use of Autoboxing and Unboxing for Performance Critical Operations
1236 B 74 Improper Neutralization of Formula Elements in a CSV File
1239 V 226 Improper Zeroization of Hardware Register
1240 B 327 Use of a Cryptographic Primitive with a Risky Implementation
1241 B 330 Use of Predictable Algorithm in Random Number Generator
1242 B 284 Inclusion of Undocumented Features or Chicken Bits
1243 B 1263 Sensitive Non-Volatile Information Not Protected During Debug
1244 B 863 Internal Asset Exposed to Unsafe Debug Access Level or State
1245 B 684 Improper Finite State Machines (FSMs) in Hardware Logic
1246 B 400 Improper Write Handling in Limited-write Non-Volatile Memories
1247 B 1384 Improper Protection Against Voltage and Clock Glitches
1248 B 693 Semiconductor Defects in Hardware Logic with Security-Sensitive Implications
1249 B 1250 Application-Level Admin Tool with Inconsistent View of Underlying Operating System
1250 B 664 Improper Preservation of Consistency Between Independent Representations of Shared State
1251 B 1250 Mirrored Regions with Different Values
1252 B 284 CPU Hardware Not Configured to Support Exclusivity of Write and Execute Operations
1253 B 693 Incorrect Selection of Fuse Values
1254 B 208,697 Incorrect Comparison Logic Granularity
1255 V 1300 Comparison Logic is Vulnerable to Power Side-Channel Attacks
1256 B 285 Improper Restriction of Software Interfaces to Hardware Features
1257 B 284 Improper Access Control Applied to Mirrored or Aliased Memory Regions
1258 B 200,212 Exposure of Sensitive System Information Due to Uncleared Debug Information
1259 B 284 Improper Restriction of Security Token Assignment
1260 B 284 Improper Handling of Overlap Between Protected Memory Ranges
1261 B 1384 Improper Handling of Single Event Upsets
1262 B 284 Improper Access Control for Register Interface
1263 C 284 Improper Physical Access Control
1264 B 821 Hardware Logic with Insecure De-Synchronization between Control and Data Channels
1265 B 691 Unintended Reentrant Invocation of Non-reentrant Code Via Nested Calls
1266 B 404 Improper Scrubbing of Sensitive Data from Decommissioned Device
1267 B 284 Policy Uses Obsolete Encoding
1268 B 284 Policy Privileges are not Assigned Consistently Between Control and Data Agents
1269 B 693 Product Released in Non-Release Configuration
1270 B 284 Generation of Incorrect Security Tokens
1271 B 909 Uninitialized Value on Reset for Registers Holding Security Settings
1272 B 226 Sensitive Information Uncleared Before Debug/Power State Transition
1273 B 200 Device Unlock Credential Sharing
1274 B 284 Improper Access Control for Volatile Memory Containing Boot Code
1275 V 923 Sensitive Cookie with Improper SameSite Attribute
1276 B 284 Hardware Child Block Incorrectly Connected to Parent System
1277 B 1329 Firmware Not Updateable
1278 B 693 Missing Protection Against Hardware Reverse Engineering Using Integrated Circuit (IC) Imaging Techniques
1279 B 665,691 Cryptographic Operations are run Before Supporting Units are Ready
1280 B 284,696 Access Control Check Implemented After Asset is Accessed
1281 B 691 Sequence of Processor Instructions Leads to Unexpected Behavior
1282 B 668 Assumed-Immutable Data is Stored in Writable Memory
1283 B 284 Mutable Attestation or Measurement Reporting Data
1284 B 20 Improper Validation of Specified Quantity in Input
1285 B 20 Improper Validation of Specified Index, Position, or Offset in Input
1286 B 20 Improper Validation of Syntactic Correctness of Input
1287 B 20 Improper Validation of Specified Type of Input
1288 B 20 Improper Validation of Consistency within Input
1289 B 20 Improper Validation of Unsafe Equivalence in Input
1290 B 284 Incorrect Decoding of Security Identifiers 
1291 B 693 Public Key Re-Use for Signing both Debug and Production Code
1292 B 284 Incorrect Conversion of Security Identifiers
1293 B 345 Missing Source Correlation of Multiple Independent Data
1294 C 284 Insecure Security Identifier Mechanism
1295 B 200 Debug Messages Revealing Unnecessary Information
1296 B 284 Incorrect Chaining or Granularity of Debug Components
1297 B 285 Unprotected Confidential Information on Device is Accessible by OSAT Vendors
1298 B 362 Hardware Logic Contains Race Conditions
1299 B 288,420 Missing Protection Mechanism for Alternate Hardware Interface
1300 B 203 Improper Protection of Physical Side Channels
1301 B 226 Insufficient or Incomplete Data Removal within Hardware Component
1302 B 1294 Missing Source Identifier in Entity Transactions on a System-On-Chip (SOC)
1303 B 203,1189 Non-Transparent Sharing of Microarchitectural Resources
1304 B 284 Improperly Preserved Integrity of Hardware Configuration State During a Power Save/Restore Operation
1310 B 1329 Missing Ability to Patch ROM Code
1311 B 284 Improper Translation of Security Attributes by Fabric Bridge
1312 B 284 Missing Protection for Mirrored Regions in On-Chip Fabric Firewall
1313 B 284 Hardware Allows Activation of Test or Debug Logic at Runtime
1314 B 862 Missing Write Protection for Parametric Data Values
1315 B 284 Improper Setting of Bus Controlling Capability in Fabric End-point
1316 B 284 Fabric-Address Map Allows Programming of Unwarranted Overlaps of Protected and Unprotected Ranges
1317 B 284 Improper Access Control in Fabric Bridge
1318 B 693 Missing Support for Security Features in On-chip Fabrics or Buses
1319 B 693 Improper Protection against Electromagnetic Fault Injection (EM-FI)
1320 B 284 Improper Protection for Outbound Error Messages and Alert Signals
1321 V 915 Improperly Controlled Modification of Object Prototype Attributes ('Prototype Pollution')
1322 B 834 Use of Blocking Code in Single-threaded, Non-blocking Context
1323 B 284 Improper Management of Sensitive Trace Data
1325 B 770 Improperly Controlled Sequential Memory Allocation
1326 B 693 Missing Immutable Root of Trust in Hardware
1327 B 668 Binding to an Unrestricted IP Address
1328 B 285 Security Version Number Mutable to Older Versions
1329 B 664,1357 Reliance on Component That is Not Updateable
1330 V 1301 Remanent Data Readable after Memory Erase
1331 B 653,668 Improper Isolation of Shared Resources in Network On Chip (NoC)
1332 B 1384 Improper Handling of Faults that Lead to Instruction Skips
1333 B 407 Inefficient Regular Expression Complexity
1334 B 284 Unauthorized Error Injection Can Degrade Hardware Redundancy
1335 B 682 Incorrect Bitwise Shift of Integer
1336 B 94 Improper Neutralization of Special Elements Used in a Template Engine
1338 B 693 Improper Protections Against Hardware Overheating
1339 B 682 Insufficient Precision or Accuracy of a Real Number
1341 B 675 Multiple Releases of Same Resource or Handle
1342 B 226 Information Exposure through Microarchitectural State after Transient Execution
1351 B 1384 Improper Handling of Hardware Behavior in Exceptionally Cold Environments
1357 C 710 Reliance on Insufficiently Trustworthy Component
1384 C 703 Improper Handling of Physical or Environmental Conditions
1385 V 346 Missing Origin Validation in WebSockets
1386 B 59 Insecure Operation on Windows Junction / Mount Point
1389 B 704 Incorrect Parsing of Numbers with Different Radices
1390 C 287 Weak Authentication
1391 C 1390 Use of Weak Credentials
1392 B 1391 Use of Default Credentials
1393 B 1392 Use of Default Password
1394 B 1392 Use of Default Cryptographic Key
1395 C 657 Dependency on Vulnerable Third-Party Component
1419 C 665 Incorrect Initialization of Resource
1420 B 669 Exposure of Sensitive Information during Transient Execution
1421 B 1420 Exposure of Sensitive Information in Shared Microarchitectural Structures during Transient Execution
1422 B 1420 Exposure of Sensitive Information caused by Incorrect Data Forwarding during Transient Execution
1423 B 1420 Exposure of Sensitive Information caused by Shared Microarchitectural Predictor State that Influences Transient Execution
1426 B 707 Improper Validation of Generative AI Output
`;
