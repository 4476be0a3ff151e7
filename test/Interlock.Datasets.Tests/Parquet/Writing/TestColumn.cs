using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Tests.Parquet.Writing;

/// <summary>A column as slots with levels, and the values that are present.</summary>
internal sealed record TestColumn
{
    public required string Name { get; init; }

    public required PhysicalType Type { get; init; }

    /// <summary>Present numbers; empty for text.</summary>
    public double[] Numbers { get; init; } = [];

    /// <summary>Present strings; empty for numbers.</summary>
    public string[] Texts { get; init; } = [];

    public required byte[] Repetition { get; init; }

    public required byte[] Definition { get; init; }

    /// <summary>Lists around the value; every list and every value is optional unless <see cref="IsRequired"/>.</summary>
    public int ListDepth { get; init; }

    public bool IsRequired { get; init; }

    public int? ConvertedType { get; init; }

    /// <summary>Length of a FIXED_LEN_BYTE_ARRAY.</summary>
    public int TypeLength { get; init; }

    public int MaxDefinition => IsRequired ? 0 : (2 * ListDepth) + 1;

    public int SlotCount => Math.Max(Repetition.Length, Definition.Length);

    public static TestColumn Numeric(string name, PhysicalType type, params double[] values) => new()
    {
        Name = name,
        Type = type,
        Numbers = values,
        Repetition = new byte[values.Length],
        Definition = Filled(values.Length, 1),
    };

    public static TestColumn Text(string name, params string[] values) => new()
    {
        Name = name,
        Type = PhysicalType.ByteArray,
        Texts = values,
        Repetition = new byte[values.Length],
        Definition = Filled(values.Length, 1),
    };

    /// <summary>Rows of the same length, as LeRobot stores vectors.</summary>
    public static TestColumn Vectors(string name, PhysicalType type, int width, params double[] values) => new()
    {
        Name = name,
        Type = type,
        Numbers = values,
        Repetition = [.. Enumerable.Range(0, values.Length).Select(i => (byte)(i % width == 0 ? 0 : 1))],
        Definition = Filled(values.Length, 3),
        ListDepth = 1,
    };

    public static TestColumn TextLists(string name, params string[][] rows) => new()
    {
        Name = name,
        Type = PhysicalType.ByteArray,
        Texts = [.. rows.SelectMany(row => row)],
        Repetition = [.. rows.SelectMany(row => Enumerable.Range(0, Math.Max(1, row.Length)).Select(i => (byte)(i == 0 ? 0 : 1)))],
        Definition = [.. rows.SelectMany(row => row.Length == 0 ? [(byte)1] : Filled(row.Length, 3))],
        ListDepth = 1,
    };

    /// <summary>The slots of some rows.</summary>
    public TestColumn Slice(int firstRow, int rowCount)
    {
        int start = SlotOf(firstRow);
        return SliceSlots(start, SlotOf(firstRow + rowCount) - start);
    }

    public TestColumn SliceSlots(int start, int count)
    {
        int before = Definition.AsSpan(0, start).Count((byte)MaxDefinition);
        int present = Definition.AsSpan(start, count).Count((byte)MaxDefinition);
        return this with
        {
            Repetition = Repetition[start..(start + count)],
            Definition = Definition[start..(start + count)],
            Numbers = Numbers.Length == 0 ? [] : Numbers[before..(before + present)],
            Texts = Texts.Length == 0 ? [] : Texts[before..(before + present)],
        };
    }

    public int RowCount => Repetition.AsSpan().Count((byte)0);

    public static byte[] Filled(int count, byte value)
    {
        byte[] levels = new byte[count];
        levels.AsSpan().Fill(value);
        return levels;
    }

    private int SlotOf(int row)
    {
        if (ListDepth == 0)
        {
            return row;
        }

        int slot = 0;
        for (int seen = -1; slot < Repetition.Length; slot++)
        {
            seen += Repetition[slot] == 0 ? 1 : 0;
            if (seen == row)
            {
                return slot;
            }
        }

        return slot;
    }
}
