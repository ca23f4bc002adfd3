// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.api;

import be.onthaal.party.Detail;
import java.time.LocalDate;
import java.util.Optional;

/** What another system states of a customer. */
record NewDetailBody(Detail.Kind kind, String value, Optional<LocalDate> since) {}
