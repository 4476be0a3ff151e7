using Interlock.Core.Diagnostics;

namespace Interlock.Datasets.Numpy;

/// <summary>Named arrays that belong together: a folder of npy files or an npz archive.</summary>
internal interface IArrayStore
{
    /// <summary>As the user named it.</summary>
    string Location { get; }

    /// <summary><c>npy</c> or <c>npz</c>.</summary>
    string Format { get; }

    /// <summary>Names without <c>.npy</c>.</summary>
    IReadOnlyList<string> Names { get; }

    ArrayFile Open(string name);
}

/// <summary>The bytes of one array.</summary>
internal sealed record ArrayFile(Stream Stream, long Length, SourcePlace Place);
