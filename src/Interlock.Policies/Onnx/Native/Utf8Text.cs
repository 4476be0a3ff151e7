using System.Runtime.InteropServices;

namespace Interlock.Policies.Onnx.Native;

/// <summary>A string as the C functions take it, freed once.</summary>
internal sealed class Utf8Text(string text) : IDisposable
{
    public nint Address { get; private set; } = Marshal.StringToCoTaskMemUTF8(text);

    public void Dispose()
    {
        Marshal.FreeCoTaskMem(Address);
        Address = 0;
    }
}
