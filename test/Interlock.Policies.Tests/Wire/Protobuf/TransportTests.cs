using Interlock.Core.Randomness;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Protobuf;

namespace Interlock.Policies.Tests.Wire.Protobuf;

public sealed class TransportTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(2 << 20, 1)]
    [InlineData((2 << 20) + 1, 2)]
    [InlineData(5 << 20, 3)]
    public void A_payload_is_cut_and_put_together_again(int bytes, int pieces)
    {
        byte[] payload = Random(bytes);
        TransferAssembler assembler = new();
        TransferPiece[] cut = [.. TransferPiece.Cut(payload)];
        Assert.Equal(pieces, cut.Length);
        for (int i = 0; i < cut.Length; i++)
        {
            WireBuffer message = new();
            TransportMessage.Write(cut[i], message);
            bool isWhole = assembler.TryComplete(TransportMessage.ReadPiece(message.Written), out ReadOnlyMemory<byte> whole);
            Assert.Equal(i == cut.Length - 1, isWhole);
            Assert.True(!isWhole || whole.Span.SequenceEqual(payload));
        }
    }

    [Fact]
    public void The_bytes_of_a_message_are_those_of_the_specification()
    {
        WireBuffer buffer = new();
        TransportMessage.Write(new TransferPiece(TransferState.End, new byte[] { 0xaa }), buffer);
        Assert.Equal("08031201AA", Convert.ToHexString(buffer.Written.Span));
        buffer.Clear();
        TransportMessage.Write(new byte[300], buffer);
        Assert.Equal("0AAC02", Convert.ToHexString(buffer.Written.Span[..3]));
        Assert.Equal(300, TransportMessage.ReadData(buffer.Written).Length);
    }

    [Fact]
    public void Unknown_fields_are_skipped()
    {
        byte[] message = Convert.FromHexString("1801" + "210000000000000000" + "2a0141" + "3500000000" + "0802" + "12015A");
        TransferPiece piece = TransportMessage.ReadPiece(message);
        Assert.Equal((TransferState.Middle, "5A"), (piece.State, Convert.ToHexString(piece.Data.Span)));
        TransportMessage.ReadEmpty(message);
    }

    [Theory]
    [InlineData("00", "PO050")]
    [InlineData("0b", "PO050")]
    [InlineData("0a00", "PO050")]
    [InlineData("08ffffffffffffffffffff01", "PO050")]
    [InlineData("12ffffffff07", "PO001")]
    [InlineData("12", "PO001")]
    public void Damaged_messages_are_findings(string hex, string code) =>
        Codes.Expect(code, () => TransportMessage.ReadPiece(Convert.FromHexString(hex)));

    [Fact]
    public void Pieces_out_of_order_and_without_end_are_refused_and_a_new_beginning_starts_over()
    {
        TransferAssembler assembler = new(longestBytes: 4);
        TransferPiece Piece(TransferState state, int bytes) => new(state, new byte[bytes]);
        Codes.Expect("PO053", () => assembler.TryComplete(Piece(TransferState.Middle, 1), out _));
        Codes.Expect("PO053", () => assembler.TryComplete(Piece((TransferState)9, 1), out _));
        Assert.False(assembler.TryComplete(Piece(TransferState.Begin, 3), out _));
        Codes.Expect("PO052", () => assembler.TryComplete(Piece(TransferState.Middle, 2), out _));
        Codes.Expect("PO053", () => assembler.TryComplete(Piece(TransferState.Middle, 2), out _));
        Assert.False(assembler.TryComplete(Piece(TransferState.Begin, 3), out _));
        Assert.False(assembler.TryComplete(Piece(TransferState.Begin, 1), out _));
        Assert.True(assembler.TryComplete(Piece(TransferState.End, 1), out ReadOnlyMemory<byte> whole));
        Assert.Equal(2, whole.Length);
    }

    [Fact]
    public void A_grpc_message_is_found_once_it_is_whole()
    {
        byte[] stream = [0, 0, 0, 0, 2, 7, 8, 0, 0];
        for (int arrived = 0; arrived < 7; arrived++)
        {
            Assert.False(GrpcFrame.TryRead(stream.AsMemory(0, arrived), out _));
        }

        Assert.True(GrpcFrame.TryRead(stream, out ReadOnlyMemory<byte> message));
        Assert.Equal([7, 8], message.ToArray());
        byte[] header = new byte[GrpcFrame.HeaderBytes];
        GrpcFrame.WriteHeader(header, 2);
        Assert.Equal(stream[..5], header);
        Codes.Expect("PO051", () => GrpcFrame.TryRead(new byte[] { 1 }, out _));
        Codes.Expect("PO052", () => GrpcFrame.TryRead(new byte[] { 0, 0x7f, 0, 0, 0 }, out _));
    }

    [Fact]
    public void A_hundred_thousand_damaged_messages_end_in_a_value_or_a_finding()
    {
        byte[][] samples = [Convert.FromHexString("0802120500000000ff"), Convert.FromHexString("0000000003120141"), Convert.FromHexString("18012A0141")];
        TransferAssembler assembler = new(longestBytes: 1 << 16);
        int refused = Mutations.Survive(samples, 100_000, seed: 8, payload =>
        {
            if (GrpcFrame.TryRead(payload, out ReadOnlyMemory<byte> message))
            {
                TransportMessage.ReadData(message);
            }

            assembler.TryComplete(TransportMessage.ReadPiece(payload), out _);
        });
        Assert.InRange(refused, 1000, 100_000);
    }

    private static byte[] Random(int bytes)
    {
        SeededRandom random = new(11);
        byte[] made = new byte[bytes];
        for (int i = 0; i < bytes; i++)
        {
            made[i] = (byte)random.NextBits();
        }

        return made;
    }
}
