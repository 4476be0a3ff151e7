using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Interlock.Core.Randomness;
using Interlock.ExecSpec.Canonical;

namespace Interlock.ExecSpec.Tests.Canonical;

/// <summary>Numbers as ECMAScript prints them. The table is appendix B of RFC 8785, rebuilt from the RFC.</summary>
public sealed partial class EcmaScriptNumberTests
{
    private const int CorpusSize = 200_000;

    [Theory]
    [InlineData(0x0000000000000000UL, "0")]
    [InlineData(0x8000000000000000UL, "0")]
    [InlineData(0x0000000000000001UL, "5e-324")]
    [InlineData(0x8000000000000001UL, "-5e-324")]
    [InlineData(0x7fefffffffffffffUL, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffffUL, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000UL, "9007199254740992")]
    [InlineData(0xc340000000000000UL, "-9007199254740992")]
    [InlineData(0x4430000000000000UL, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5UL, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6UL, "1e+23")]
    [InlineData(0x44b52d02c7e14af7UL, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4eUL, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4fUL, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50UL, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8cUL, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8dUL, "0.000001")]
    [InlineData(0x41b3de4355555553UL, "333333333.3333332")]
    [InlineData(0x41b3de4355555554UL, "333333333.33333325")]
    [InlineData(0x41b3de4355555555UL, "333333333.3333333")]
    [InlineData(0x41b3de4355555556UL, "333333333.3333334")]
    [InlineData(0x41b3de4355555557UL, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696UL, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959UL, "1424953923781206.2")]
    [InlineData(0x4340000000000001UL, "9007199254740994")]
    [InlineData(0x4340000000000002UL, "9007199254740996")]
    public void The_table_of_the_specification_holds(ulong bits, string expected) =>
        Assert.Equal(expected, Print(BitConverter.UInt64BitsToDouble(bits)));

    /// <summary>
    /// The digest was made with node v20.20.2: JSON.stringify of the same bit patterns, one line of hexadecimal bits, comma and text each.
    /// </summary>
    [Fact]
    public void Random_bit_patterns_are_printed_as_an_ecmascript_engine_prints_them()
    {
        SeededRandom random = new(2024);
        StringBuilder lines = new();
        for (int i = 0; i < CorpusSize; i++)
        {
            // Every eighth is subnormal, every eighth has few significant bits.
            ulong bits = random.NextBits();
            bits = (i % 8) switch { 0 => bits & 0x800FFFFFFFFFFFFF, 1 => bits & 0xFFF0_0000_0000_00FF, _ => bits };
            double value = BitConverter.UInt64BitsToDouble(bits);
            if (double.IsFinite(value))
            {
                string text = Print(value);
                Assert.True(double.Parse(text, CultureInfo.InvariantCulture) == value && Grammar().IsMatch(text), text);
                lines.Append(CultureInfo.InvariantCulture, $"{bits:x},{text}\n");
            }
        }

        byte[] corpus = Encoding.ASCII.GetBytes(lines.ToString());
        Assert.Equal("aa71e931c82bbfb4227175026328ca702c70e7e3a532603689f1478c8f2ca74b", Convert.ToHexStringLower(SHA256.HashData(corpus)));
    }

    [Fact]
    public void Every_power_of_ten_is_laid_out_as_the_language_does()
    {
        for (int exponent = -323; exponent <= 308; exponent++)
        {
            string expected = exponent switch
            {
                >= 21 => $"1e+{exponent}",
                >= 0 => "1" + new string('0', exponent),
                >= -6 => "0." + new string('0', -exponent - 1) + "1",
                _ => $"1e{exponent}",
            };
            Assert.Equal(expected, Print(double.Parse($"1e{exponent}", CultureInfo.InvariantCulture)));
        }
    }

    private static string Print(double value)
    {
        Span<byte> text = stackalloc byte[EcmaScriptNumber.LongestText];
        return Encoding.ASCII.GetString(text[..EcmaScriptNumber.Format(value, text)]);
    }

    [GeneratedRegex(@"^-?(0|[1-9]\d{0,20})(\.\d+)?$|^-?[1-9](\.\d+)?e[+-][1-9]\d*$")]
    private static partial Regex Grammar();
}
