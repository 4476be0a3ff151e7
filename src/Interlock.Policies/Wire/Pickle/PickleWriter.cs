using System.Buffers.Binary;
using System.Text;
using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Wire.Pickle;

/// <summary>Writes the pickles that a LeRobot peer reads: protocol 4, one frame, no memo.</summary>
internal readonly struct PickleWriter(WireBuffer buffer)
{
    private const byte Protocol = 4;
    private const int FrameHeaderBytes = sizeof(ulong);

    /// <summary>Begins a pickle; the result goes to <see cref="End"/>.</summary>
    public int Begin()
    {
        Op(PickleOpcode.Protocol);
        buffer.Add(Protocol);
        Op(PickleOpcode.Frame);
        buffer.Take(FrameHeaderBytes);
        return buffer.Length;
    }

    public void End(int begin)
    {
        Op(PickleOpcode.Stop);
        BinaryPrimitives.WriteUInt64LittleEndian(buffer.At(begin - FrameHeaderBytes, FrameHeaderBytes), (ulong)(buffer.Length - begin));
    }

    public void Op(PickleOpcode opcode) => buffer.Add((byte)opcode);

    public void Global(string module, string name)
    {
        Text(module);
        Text(name);
        Op(PickleOpcode.StackGlobal);
    }

    public void BeginMessage(string name)
    {
        Global(PickleGlobal.HelpersModule, name);
        Op(PickleOpcode.EmptyTuple);
        Op(PickleOpcode.NewObject);
        Op(PickleOpcode.EmptyDict);
        Op(PickleOpcode.Mark);
    }

    public void EndMessage()
    {
        Op(PickleOpcode.SetItems);
        Op(PickleOpcode.Build);
    }

    public void Boolean(bool value) => Op(value ? PickleOpcode.NewTrue : PickleOpcode.NewFalse);

    public void Number(double value)
    {
        Op(PickleOpcode.BinFloat);
        BinaryPrimitives.WriteDoubleBigEndian(buffer.Take(sizeof(double)), value);
    }

    public void Integer(Int128 value)
    {
        switch (value)
        {
            case var _ when value >= 0 && value <= byte.MaxValue:
                Op(PickleOpcode.BinInt1);
                buffer.Add((byte)value);
                break;
            case var _ when value >= 0 && value <= ushort.MaxValue:
                Op(PickleOpcode.BinInt2);
                BinaryPrimitives.WriteUInt16LittleEndian(buffer.Take(sizeof(ushort)), (ushort)value);
                break;
            case var _ when value >= int.MinValue && value <= int.MaxValue:
                Op(PickleOpcode.BinInt);
                BinaryPrimitives.WriteInt32LittleEndian(buffer.Take(sizeof(int)), (int)value);
                break;
            default:
                Op(PickleOpcode.Long1);
                buffer.Add(16);
                BinaryPrimitives.WriteInt128LittleEndian(buffer.Take(16), value);
                break;
        }
    }

    public void Text(string value)
    {
        int bytes = Encoding.UTF8.GetByteCount(value);
        if (bytes <= byte.MaxValue)
        {
            Op(PickleOpcode.ShortBinUnicode);
            buffer.Add((byte)bytes);
        }
        else
        {
            Op(PickleOpcode.BinUnicode);
            BinaryPrimitives.WriteUInt32LittleEndian(buffer.Take(sizeof(uint)), (uint)bytes);
        }

        Encoding.UTF8.GetBytes(value, buffer.Take(bytes));
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        if (value.Length <= byte.MaxValue)
        {
            Op(PickleOpcode.ShortBinBytes);
            buffer.Add((byte)value.Length);
        }
        else
        {
            Op(PickleOpcode.BinBytes);
            BinaryPrimitives.WriteUInt32LittleEndian(buffer.Take(sizeof(uint)), (uint)value.Length);
        }

        buffer.Add(value);
    }

    public void Shape(NumpyShape shape)
    {
        Op(PickleOpcode.Mark);
        for (int i = 0; i < shape.Rank; i++)
        {
            Integer(shape[i]);
        }

        Op(PickleOpcode.Tuple);
    }
}
