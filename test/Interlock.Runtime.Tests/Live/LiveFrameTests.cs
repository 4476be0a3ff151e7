using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.Runtime.Live.Protocol;
using Interlock.Runtime.Live.Sockets;
using Interlock.Runtime.Live.Viewers;

namespace Interlock.Runtime.Tests.Live;

public sealed class LiveFrameTests
{
    [Theory]
    [InlineData(0, "8200")]
    [InlineData(125, "827D")]
    [InlineData(126, "827E007E")]
    [InlineData(65535, "827EFFFF")]
    [InlineData(65536, "827F0000000000010000")]
    public void A_head_says_its_length_as_the_standard_has_it(int payload, string hex)
    {
        byte[] head = new byte[ServerFrame.LongestHead];
        Assert.Equal(hex, Convert.ToHexString(head.AsSpan(0, ServerFrame.WriteHead(head, SocketOpcode.Binary, payload))));
    }

    // RFC 6455, section 5.7.
    [Fact]
    public async Task The_standards_own_masked_greeting_is_read()
    {
        ClientMessages messages = Of(Convert.FromHexString("818537FA213D7F9F4D5158"));
        (SocketOpcode opcode, ReadOnlyMemory<byte> payload) = (await messages.NextAsync(CancellationToken.None))!.Value;
        Assert.Equal((SocketOpcode.Text, "Hello"), (opcode, System.Text.Encoding.ASCII.GetString(payload.Span)));
        Assert.Null(await messages.NextAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Pieces_become_one_message_with_a_ping_in_between()
    {
        ClientMessages messages = Of(Convert.FromHexString("01830000000048656C" + "898000000000" + "8082000000006C6F"));
        Assert.Equal(SocketOpcode.Ping, (await messages.NextAsync(CancellationToken.None))!.Value.Opcode);
        Assert.Equal("Hello", System.Text.Encoding.ASCII.GetString((await messages.NextAsync(CancellationToken.None))!.Value.Payload.Span));
    }

    [Theory]
    [InlineData("8100", "without a mask")]
    [InlineData("C18000000000", "unknown kind")]
    [InlineData("838000000000", "unknown kind")]
    [InlineData("098000000000", "in pieces")]
    [InlineData("89FE007E00000000", "too long")]
    [InlineData("808000000000", "piece of no message")]
    [InlineData("018000000000818000000000", "within another")]
    [InlineData("81FF7FFFFFFFFFFFFFFF00000000", "more than 100 bytes")]
    [InlineData("81FFFFFFFFFFFFFFFFFF00000000", "more than 100 bytes")]
    public async Task What_no_client_may_send_is_refused(string hex, string why)
    {
        ClientMessages messages = Of(Convert.FromHexString(hex));
        DiagnosticException broken = await Assert.ThrowsAsync<DiagnosticException>(async () => await messages.NextAsync(CancellationToken.None));
        Assert.Equal("RT256", broken.Diagnostics[0].Code);
        Assert.Contains(why, broken.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_to_a_subscriber_is_opcode_subscription_and_time()
    {
        Outbox outbox = new(1 << 16);
        outbox.AddData(7, 0x0102030405060708, "{}"u8);
        byte[] buffer = new byte[64];
        Assert.Equal("820F" + "01" + "07000000" + "0807060504030201" + "7B7D", Convert.ToHexString(buffer.AsSpan(0, outbox.Take(ref buffer))));
    }

    [Fact]
    public void A_call_of_a_service_and_its_answer_have_the_bytes_of_the_specification()
    {
        ServiceCall call = ServiceCall.TryRead(Convert.FromHexString("02" + "01000000" + "2A000000" + "04000000" + "6A736F6E" + "7B7D"))!.Value;
        Assert.Equal((1u, 42u, "json", "{}"), (call.Service, call.Call, call.Encoding, System.Text.Encoding.ASCII.GetString(call.Payload.Span)));
        Assert.Equal("03" + "01000000" + "2A000000" + "04000000" + "6A736F6E" + "7B7D", Convert.ToHexString(call.Response("{}"u8)));
        Assert.Null(ServiceCall.TryRead(Convert.FromHexString("02" + "01000000" + "2A000000" + "FFFFFFFF" + "6A736F6E")));
        Assert.Null(ServiceCall.TryRead(new byte[5]));
    }

    [Fact]
    public void A_file_comes_with_its_request()
    {
        Assert.Equal("04" + "07000000" + "00" + "00000000" + "4142", Convert.ToHexString(AssetAnswer.Found(7, "AB"u8)));
        Assert.Equal("04" + "07000000" + "01" + "02000000" + "6E6F", Convert.ToHexString(AssetAnswer.Missing(7, "no")));
    }

    [Fact]
    public void A_full_ring_drops_the_oldest_whole_frames_and_counts_them()
    {
        SeededRandom random = new(7);
        FrameRing ring = new(500);
        Queue<byte[]> kept = new();
        for (int i = 0; i < 5000; i++)
        {
            byte[] frame = new byte[(int)(random.NextDouble() * 120)];
            frame.AsSpan().Fill((byte)i);
            int head = frame.Length / 3;
            kept.Enqueue(frame);
            for (int dropped = ring.Add(frame.AsSpan(0, head), frame.AsSpan(head)); dropped > 0; dropped--)
            {
                kept.Dequeue();
            }

            if (random.NextDouble() < 0.3 && kept.Peek().Length > 0)
            {
                byte[] taken = new byte[ring.OldestBytes];
                ring.Take(taken);
                Assert.Equal(kept.Dequeue(), taken);
            }
        }
    }

    [Fact]
    public void Data_that_wait_never_take_more_than_their_ring_and_cost_no_allocation()
    {
        Outbox outbox = new(1 << 16);
        byte[] payload = new byte[1000];
        outbox.AddData(1, 1, payload);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            outbox.AddData(1, 1, payload);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.InRange(outbox.Dropped, 1001 - 65, 1001 - 60);
    }

    private static ClientMessages Of(byte[] bytes) => new(new MemoryStream(bytes), longest: 100);
}
