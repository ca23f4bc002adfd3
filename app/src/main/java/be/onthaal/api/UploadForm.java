// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What an upload holds, for the description of the API; the file itself stays where the container
 * put it.
 */
record UploadForm(
        @Schema(type = "string", format = "binary") String files,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) String title,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) String kind,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) String direction,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) String dated,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) String author,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) String locale,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) String confidentiality,
        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) String why) {}
