/** What a record looks like and how it is sent. */
package io.aftercall.chassis.kafka;
