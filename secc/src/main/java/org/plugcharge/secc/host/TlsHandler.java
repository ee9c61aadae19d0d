package org.plugcharge.secc.host;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

import org.plugcharge.certs.tls.TlsEngine;
import org.plugcharge.certs.tls.TlsFailure;

/**
 * Carries octets between a socket and a {@link TlsEngine}; tells the handlers behind it when TLS is
 * agreed or failed.
 */
final class TlsHandler extends ChannelDuplexHandler {

    private final TlsEngine engine;
    private boolean told;

    TlsHandler(TlsEngine engine) {
        this.engine = engine;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        byte[] octets = octets((ByteBuf) message);
        try {
            engine.receive(octets, 0, octets.length);
        } catch (TlsFailure failure) {
            context.writeAndFlush(Unpooled.wrappedBuffer(engine.output()));
            context.fireUserEventTriggered(failure);
            context.close();
            return;
        }
        flushOutput(context);
        tellOnce(context);
        byte[] plaintext = engine.plaintext();
        if (plaintext.length > 0) {
            context.fireChannelRead(Unpooled.wrappedBuffer(plaintext));
        }
        if (engine.closed()) {
            context.close();
        }
    }

    private void tellOnce(ChannelHandlerContext context) {
        if (!told && engine.established()) {
            told = true;
            context.fireUserEventTriggered(engine.summary().orElseThrow());
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        byte[] octets = octets((ByteBuf) message);
        try {
            engine.send(octets, 0, octets.length);
        } catch (TlsFailure failure) {
            promise.setFailure(failure);
            return;
        }
        context.write(Unpooled.wrappedBuffer(engine.output()), promise);
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (engine.established()) {
            try {
                engine.close();
            } catch (TlsFailure failure) {
                context.fireUserEventTriggered(failure);
            }
            flushOutput(context);
        }
        context.close(promise);
    }

    private void flushOutput(ChannelHandlerContext context) {
        byte[] output = engine.output();
        if (output.length > 0) {
            context.writeAndFlush(Unpooled.wrappedBuffer(output));
        }
    }

    private static byte[] octets(ByteBuf buffer) {
        try {
            return ByteBufUtil.getBytes(buffer);
        } finally {
            buffer.release();
        }
    }
}
