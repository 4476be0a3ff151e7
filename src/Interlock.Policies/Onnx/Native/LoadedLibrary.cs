using System.Runtime.InteropServices;

namespace Interlock.Policies.Onnx.Native;

/// <summary>A library that answered to the name of ONNX Runtime.</summary>
/// <param name="Path">Its file, or the name under which the system knows it.</param>
/// <param name="Version">As it says itself; null when it is no ONNX Runtime.</param>
/// <param name="Table">Its function table; 0 when it does not know API version 17.</param>
internal sealed record LoadedLibrary(string Path, string? Version, nint Table)
{
    /// <summary>The version of the function table that every place of <see cref="OrtFunction"/> belongs to; ONNX Runtime 1.17 and later have it.</summary>
    private const uint ApiVersion = 17;
    private const int OldestMajor = 1;
    private const int OldestMinor = 17;

    public bool IsUsable => Table != 0;

    /// <summary>Null when there is no such library or the system cannot load it.</summary>
    public static LoadedLibrary? TryLoad(string path) =>
        NativeLibrary.TryLoad(path, out nint library) ? Look(path, library) : null;

    private static unsafe LoadedLibrary Look(string path, nint library)
    {
        if (!NativeLibrary.TryGetExport(library, "OrtGetApiBase", out nint export))
        {
            return new LoadedLibrary(path, null, 0);
        }

        nint* apiBase = ((delegate* unmanaged[Cdecl]<nint*>)export)();
        string version = Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint>)apiBase[1])()) ?? "?";

        // Asked for a table that it does not know, the library complains on the terminal: its version is looked at first.
        return new LoadedLibrary(path, version, IsNewEnough(version) ? ((delegate* unmanaged[Cdecl]<uint, nint>)apiBase[0])(ApiVersion) : 0);
    }

    private static bool IsNewEnough(string version) =>
        System.Version.TryParse(version.Split('-', '+')[0], out System.Version? parsed) && (parsed.Major, parsed.Minor).CompareTo((OldestMajor, OldestMinor)) >= 0;
}
