// SPDX-License-Identifier: EUPL-1.2
package be.onthaal.post;

import be.onthaal.common.Channel;

/** In which form a piece comes in or goes out; each kind may have a term of its own. */
public enum PieceKind {
    LETTER(Channel.POST),
    /**
     * With proof of sending: "aangetekende zending" (law of 26 January 2018 on postal services).
     */
    REGISTERED(Channel.POST),
    PARCEL(Channel.POST),
    BY_HAND(Channel.DESK),
    EMAIL(Channel.MAIL),
    FAX(Channel.POST),
    FORM(Channel.WEB_FORM);

    private final Channel channel;

    PieceKind(Channel channel) {
        this.channel = channel;
    }

    /** The channel that such a piece comes by. */
    public Channel channel() {
        return channel;
    }

    /** What a piece is that came by a channel, when nobody says more. */
    public static PieceKind usual(Channel channel) {
        return switch (channel) {
            case MAIL -> EMAIL;
            case WEB_FORM, CHAT -> FORM;
            case DESK, KIOSK, OUTREACH -> BY_HAND;
            case POST, PHONE -> LETTER;
        };
    }
}
