using System.Security.Cryptography;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Identity;

/// <summary>
/// SHA-256 of what a normaliser computes: scheme, mask and the rows that the scheme uses, in channel order. Equal for JSON doubles and
/// float32 copies of the same statistics; different for float16 or bfloat16 copies, another order, mask or scheme. The name of the entry
/// and rows that the scheme does not use do not take part.
/// </summary>
public static class StatisticsFingerprint
{
    /// <summary>64 lower-case hexadecimal digits.</summary>
    /// <param name="normaliser">The normaliser; its statistics may be absent or not finite.</param>
    public static string Of(Normaliser normaliser)
    {
        byte[] record = new byte[StatisticsRecord.Length(normaliser)];
        StatisticsRecord.Write(normaliser, record);
        return Convert.ToHexStringLower(SHA256.HashData(record));
    }
}
