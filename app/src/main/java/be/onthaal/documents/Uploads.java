// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.documents;

import be.onthaal.common.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Files that came with a request, each where the container put it and none in memory. */
public final class Uploads {

    private Uploads() {}

    /** The files of the field "files"; at least one, and not more than are kept at once. */
    public static List<Upload> of(HttpServletRequest request) {
        var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        List<Upload> files =
                parts == null
                        ? List.of()
                        : parts.getFiles("files").stream()
                                .filter(file -> !isLeftEmpty(file))
                                .map(Uploads::upload)
                                .toList();
        if (files.isEmpty()) {
            throw new Refused("documents.no-file");
        }
        if (files.size() > Upload.MOST) {
            throw new Refused("documents.too-many", Upload.MOST);
        }
        return files;
    }

    /** A browser sends a file field that was left empty as a file without a name. */
    private static boolean isLeftEmpty(MultipartFile file) {
        return file.isEmpty() && String.valueOf(file.getOriginalFilename()).isEmpty();
    }

    private static Upload upload(MultipartFile file) {
        String name = file.getOriginalFilename();
        return new Upload(name == null ? "" : name, file.getSize(), file::getInputStream);
    }
}
