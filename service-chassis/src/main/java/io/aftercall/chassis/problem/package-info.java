/** RFC 9457 problems from one place, each type listed in {@code docs/problems.md}. */
package io.aftercall.chassis.problem;
