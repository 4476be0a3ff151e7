using Interlock.Datasets.Parquet.Footer;

namespace Interlock.Datasets.Parquet.Pages;

/// <summary>Refuses a page header before anything is allocated on its word.</summary>
internal static class PageHeaderCheck
{
    public static void Run(PageHeader header, long bytesLeft, long valuesLeft)
    {
        Require(Enum.IsDefined(header.Kind), $"page kind {(int)header.Kind} does not exist");
        Require(
            header.CompressedLength >= 0 && header.CompressedLength <= bytesLeft,
            $"it claims {header.CompressedLength} bytes, {bytesLeft} are left");
        Require(header.UncompressedLength >= 0, $"it claims {header.UncompressedLength} bytes once decompressed");
        Require(header.ValueCount >= 0, $"it claims {header.ValueCount} values");
        RequireSize(
            header.UncompressedLength <= ParquetLimits.PageBytes,
            $"{header.UncompressedLength} bytes",
            $"{ParquetLimits.PageBytes}");
        RequireSize(header.CompressedLength <= ParquetLimits.PageBytes, $"{header.CompressedLength} bytes", $"{ParquetLimits.PageBytes}");
        RequireSize(header.ValueCount <= ParquetLimits.PageValues, $"{header.ValueCount} values", $"{ParquetLimits.PageValues}");
        if (header.Kind is PageKind.DataV1 or PageKind.DataV2)
        {
            Require(header.ValueCount <= valuesLeft, $"it claims {header.ValueCount} values, the column chunk has {valuesLeft} left");
            CheckLevels(header);
        }
    }

    private static void CheckLevels(PageHeader header)
    {
        RequireRle(header.DefinitionEncoding);
        RequireRle(header.RepetitionEncoding);
        long levels = (long)header.DefinitionLength + header.RepetitionLength;
        bool fit = header.DefinitionLength >= 0 && header.RepetitionLength >= 0
            && levels <= header.CompressedLength && levels <= header.UncompressedLength;
        Require(fit, $"it claims {header.RepetitionLength} + {header.DefinitionLength} bytes of levels in {header.CompressedLength} bytes");
    }

    private static void RequireRle(ValueEncoding levels)
    {
        if (levels != ValueEncoding.Rle)
        {
            throw ParquetFault.Of(
                ParquetCodes.EncodingNotRead,
                $"levels are encoded as {EncodingName.Of(levels)}; only RLE levels are read here",
                EncodingName.Advice);
        }
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw ParquetFault.Of(ParquetCodes.PageHeaderDamaged, $"a page header is damaged: {otherwise}");
        }
    }

    private static void RequireSize(bool condition, string found, string limit)
    {
        if (!condition)
        {
            throw ParquetFault.Of(
                ParquetCodes.TooLarge,
                $"a page has {found}; at most {limit} are read",
                "write the file again with the default page size of 1 MiB");
        }
    }
}
