/**
 * The pipeline, one package a stage, left to right: {@code feeds}, {@code staged}, {@code siteweeks}, {@code detection},
 * {@code scoring}, {@code alerts}, {@code reports}. Around it {@code lake} (storage), {@code settings}, {@code schedule}
 * and {@code cli}.
 */
@NullMarked
package org.vigie.jobs;

import org.jspecify.annotations.NullMarked;
