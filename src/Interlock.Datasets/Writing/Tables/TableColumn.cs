using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Writing.Tables;

/// <summary>Values of one column for some rows.</summary>
internal sealed record TableColumn
{
    public required string Name { get; init; }

    public required PhysicalType Type { get; init; }

    /// <summary>Numbers, row after row; empty for texts.</summary>
    public double[] Numbers { get; init; } = [];

    /// <summary>Texts, row after row; empty for numbers.</summary>
    public string[] Texts { get; init; } = [];

    /// <summary>Values of each row as a list; null where a row is one value.</summary>
    public int[]? ListLengths { get; init; }

    public bool IsText => Type == PhysicalType.ByteArray;

    public int ValueCount => IsText ? Texts.Length : Numbers.Length;

    public int RowCount => ListLengths?.Length ?? ValueCount;

    public static TableColumn Number(string name, PhysicalType type, double[] values) => new() { Name = name, Type = type, Numbers = values };

    public static TableColumn Whole(string name, params double[] values) => Number(name, PhysicalType.Int64, values);

    public static TableColumn Flags(string name, IEnumerable<bool> values) => Number(name, PhysicalType.Boolean, [.. values.Select(value => value ? 1.0 : 0)]);

    public static TableColumn Text(string name, string[] values) => new() { Name = name, Type = PhysicalType.ByteArray, Texts = values };

    /// <summary>A vector of one width per row.</summary>
    public static TableColumn Vectors(string name, PhysicalType type, int width, double[] values) =>
        Number(name, type, values) with { ListLengths = [.. Enumerable.Repeat(width, values.Length / width)] };
}
