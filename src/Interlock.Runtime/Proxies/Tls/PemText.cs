namespace Interlock.Runtime.Proxies.Tls;

/// <summary>Tells PEM text from binary files.</summary>
internal static class PemText
{
    private const int LargestFileBytes = 1 << 20;

    /// <summary>True when the file has a PEM label.</summary>
    /// <exception cref="IOException">It cannot be read, or is too long to be a certificate.</exception>
    public static bool IsIn(string path)
    {
        if (new FileInfo(path).Length > LargestFileBytes)
        {
            throw new IOException($"more than {LargestFileBytes} bytes is no certificate");
        }

        return File.ReadAllBytes(path).AsSpan().IndexOf("-----BEGIN "u8) >= 0;
    }
}
