/** As much of Amazon EC2 as deploying functions into a VPC asks for: describing the network. */
@NullMarked
package dev.plinth.local.ec2;

import org.jspecify.annotations.NullMarked;
