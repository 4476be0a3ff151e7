using System.Text;
using Interlock.Core.Diagnostics;
using Interlock.Core.Randomness;
using Interlock.ExecSpec.Safetensors;

namespace Interlock.ExecSpec.Tests.Safetensors;

public sealed class SafetensorsFuzzTests
{
    private const ulong Seed = 7;
    private const int Mutations = 100_000;
    private const int BytesPerFileByte = 4;
    private const int ConstantBytes = 16 * 1024;
    private const int MostElements = 1024;

    private static readonly string[] Fragments =
        ["[0,0]", "[0,8]", "[8,0]", "[2,2]", "[]", "-1", "1e3", "9223372036854775807", "99999999999999999999", "\"F16\"", "\"F64\"", "\"a\"", "\"shape\"", "{}", "null", " ", "\\ud800", ",\"b\":1"];

    [Fact]
    public void A_hundred_thousand_spoilt_files_are_read_or_refused_in_bounded_memory()
    {
        SeededRandom random = new(Seed);
        byte[] sound = new SafetensorsBytes().Metadata("format", "pt").F32("a.mean", 1, 2).Add("w", SafetensorDtype.BF16, [2, 3], 1, 2, 3, 4, 5, 6).F32("a.std", 3, 4).ToArray();
        int read = 0;
        for (int i = 0; i < Mutations; i++)
        {
            byte[] spoilt = Mutate(sound, random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            bool whole = Read(spoilt);
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated <= (BytesPerFileByte * (long)spoilt.Length) + ConstantBytes, $"{allocated} bytes for {Encoding.Latin1.GetString(spoilt)}");
            read += whole ? 1 : 0;
        }

        Assert.InRange(read, Mutations / 100, Mutations * 9 / 10);
    }

    private static bool Read(byte[] bytes)
    {
        try
        {
            using SafetensorsFile file = SafetensorsFile.Open(new MemoryStream(bytes), "x");
            foreach (SafetensorInfo tensor in file.Tensors.Values)
            {
                Assert.Equal(tensor.ElementCount, file.ReadDoubles(tensor.Name, MostElements).Length);
            }

            return true;
        }
        catch (DiagnosticException exception)
        {
            Assert.StartsWith("EX13", Assert.Single(exception.Diagnostics).Code, StringComparison.Ordinal);
            return false;
        }
    }

    private static byte[] Mutate(byte[] sound, SeededRandom random)
    {
        List<byte> bytes = [.. sound];
        int at = random.NextInt(bytes.Count);
        switch (random.NextInt(5))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.NextInt(8));
                break;
            case 1:
                bytes.RemoveRange(at, Math.Min(bytes.Count - at, 1 + random.NextInt(12)));
                break;
            case 2:
                bytes[random.NextInt(sizeof(ulong))] = (byte)random.NextInt(256);
                break;
            default:
                SameLength(bytes, at, Encoding.UTF8.GetBytes(Fragments[random.NextInt(Fragments.Length)]));
                break;
        }

        return [.. bytes];
    }

    /// <summary>Overwrites, so that the length of the header still fits.</summary>
    private static void SameLength(List<byte> bytes, int at, byte[] fragment)
    {
        for (int i = 0; i < fragment.Length && at + i < bytes.Count; i++)
        {
            bytes[at + i] = fragment[i];
        }
    }
}
